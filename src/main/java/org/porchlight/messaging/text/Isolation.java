package org.porchlight.messaging.text;

import com.ibm.icu.text.Bidi;

/** Keeps a name or a link of the other direction from reordering the words around it. */
final class Isolation {

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private Isolation() {}

  /** Only where directions differ: an isolate makes a Latin text cost twice as much. */
  static String within(boolean rightToLeft, String value) {
    byte direction = Bidi.getBaseDirection(value);
    boolean differs = rightToLeft ? direction != Bidi.RTL : requiresBidi(value);
    return differs ? FIRST_STRONG_ISOLATE + clean(value) + POP_ISOLATE : clean(value);
  }

  private static boolean requiresBidi(String value) {
    return Bidi.requiresBidi(value.toCharArray(), 0, value.length());
  }

  /**
   * Without control characters, direction marks and line breaks of its own: a value cannot break
   * out of its isolate or begin a line that looks like ours.
   */
  static String clean(String value) {
    return value
        .replaceAll(
            "[\\p{Cc}\\p{Cs}\\u061c\\u2028\\u2029\\ufeff\\ufff9-\\ufffb\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+",
            " ")
        .strip();
  }
}
