package org.porchlight.messaging.text;

import java.util.List;

/**
 * Something to mend in a text: message key {@code texts.problem.<kind>} with these values.
 *
 * @param values what is meant, such as a placeholder; never a person's data
 */
public record TextProblem(Kind kind, List<String> values) {

  /** What is wrong. */
  public enum Kind {
    EMPTY(true),
    /** A brace or an apostrophe stands where the format gives it another meaning. */
    SYNTAX(true),
    /** A placeholder that this text does not have. */
    UNKNOWN_PLACEHOLDER(true),
    /** A placeholder of the English that the translation leaves out. */
    MISSING_PLACEHOLDER(true),
    /** A choice without one of its branches. */
    MISSING_BRANCH(true),
    /** A choice with a branch that never is taken. */
    UNKNOWN_BRANCH(true),
    /** Braces in a word that is no text. */
    PLACEHOLDER_IN_WORD(true),
    /** A word of enforcement, or of the reason. */
    FORBIDDEN_WORD(true),
    /** A word that the provider takes as STOP, in capitals as if to be replied. */
    STOP_WORD(true),
    /** The line does not name a word that stops texts. */
    NO_STOP_WORD(true),
    TOO_LONG(true),
    /** Invisible signs that change the order of what follows. */
    HIDDEN_SIGN(true),
    /** More parts than the English by one or more. */
    MANY_SEGMENTS(false),
    /** A form of counting that the language has and the text lacks. */
    MISSING_PLURAL(false);

    private final boolean blocks;

    Kind(boolean blocks) {
      this.blocks = blocks;
    }
  }

  static TextProblem of(Kind kind, String... values) {
    return new TextProblem(kind, List.of(values));
  }

  /** Whether it must be mended before the text is kept. */
  public boolean blocks() {
    return kind.blocks;
  }
}
