package org.porchlight.messaging;

/**
 * A template has no approved translation in the language asked for: a call with an interpreter
 * instead, never English.
 */
public class NoTranslation extends RuntimeException {

  public NoTranslation(String template, String language) {
    super(
        "No approved translation of '"
            + template
            + "' in '"
            + language
            + "': plan a call with an interpreter");
  }
}
