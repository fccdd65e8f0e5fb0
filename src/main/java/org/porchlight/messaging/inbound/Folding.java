package org.porchlight.messaging.inbound;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Makes what people type on all kinds of phones comparable. */
final class Folding {

  /** What has no decomposition, but is typed one way or the other: "l" for "ł", "ي" for "ی". */
  private static final String TYPED = "łđıøىيكہھۀةؤئ";

  private static final String MEANT = "ldioییکههههوی";

  private static final String BETWEEN_SENTENCES = "[.!?,;:…\\n\\r。！？，、；：؟،؛۔।]+";

  private Folding() {}

  /**
   * Without case, accents, vowel marks, punctuation and doubled spaces; compatibility forms as one;
   * digits of any script as 0 to 9; pictures as words of their own, whatever the colour of a hand.
   */
  static String fold(String text) {
    String plain =
        Normalizer.normalize(
            Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
            Normalizer.Form.NFKD);
    StringBuilder typed = new StringBuilder(plain.length());
    plain
        .codePoints()
        .map(Folding::meant)
        .forEach(
            point -> {
              boolean picture = Character.getType(point) == Character.OTHER_SYMBOL;
              typed.append(picture ? " " : "").appendCodePoint(point).append(picture ? " " : "");
            });
    return typed
        .toString()
        .replaceAll("[\\p{M}\\p{Sk}\\u0640]", "")
        .replaceAll("[\\p{P}\\p{Sc}\\p{Sm}\\p{Cf}\\p{Cc}\\p{Z}\\s]+", " ")
        .strip();
  }

  private static int meant(int point) {
    if (Character.isDigit(point)) {
      return '0' + Character.digit(point, 10);
    }
    int known = TYPED.indexOf(point);
    return known < 0 ? point : MEANT.charAt(known);
  }

  /** Whether a folded word is a picture. */
  static boolean picture(String word) {
    return !word.isEmpty()
        && word.codePoints().allMatch(p -> Character.getType(p) == Character.OTHER_SYMBOL);
  }

  /** Folded, none empty. */
  static List<String> sentences(String text) {
    return Arrays.stream(text.split(BETWEEN_SENTENCES))
        .map(Folding::fold)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }
}
