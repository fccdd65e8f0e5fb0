package org.porchlight.messaging.text;

/**
 * An argument that a template takes, as {@code name:type} or {@code name:type?} in the catalogue.
 */
record ArgumentShape(String name, Type type, boolean optional) {

  /** How the value is written into the text. */
  enum Type {
    /** A name: kept whole. */
    TEXT,
    /** An address of a page. */
    LINK,
    /** An instant: a date and a time of day in the district's zone. */
    INSTANT,
    /** A day. */
    DATE,
    /** A code under {@code role.} of the language. */
    ROLE,
    /** A code under {@code place.} of the language. */
    PLACE
  }

  static ArgumentShape parse(String text) {
    int colon = text.indexOf(':');
    boolean optional = text.endsWith("?");
    String type = text.substring(colon + 1, text.length() - (optional ? 1 : 0));
    return new ArgumentShape(
        text.substring(0, colon), Type.valueOf(type.toUpperCase(java.util.Locale.ROOT)), optional);
  }
}
