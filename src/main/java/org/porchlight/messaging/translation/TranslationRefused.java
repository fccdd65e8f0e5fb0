package org.porchlight.messaging.translation;

import java.util.List;
import org.porchlight.messaging.text.TextProblem;

/** A change of a text that is not made; nothing was saved. */
public class TranslationRefused extends RuntimeException {

  private final Why why;
  private final transient List<TextProblem> problems;

  TranslationRefused(Why why) {
    this(why, List.of());
  }

  TranslationRefused(Why why, List<TextProblem> problems) {
    super("Not changed: " + why);
    this.why = why;
    this.problems = problems;
  }

  /** In terms of what a person may do about it: message key {@code texts.refused.<name>}. */
  public enum Why {
    /** Somebody else saved a newer version meanwhile. */
    CHANGED_MEANWHILE,
    /** The words must be mended first: see the problems. */
    PROBLEMS,
    /** What was sent is the text as it stands. */
    SAME,
    /** It was made from another English: look at it and save it first. */
    STALE,
    NOT_REVIEWED,
    /** Another person than the one who wrote it must approve. */
    SAME_PERSON,
    /** It is in that state already, or past it. */
    ALREADY,
    NO_TEXT
  }

  public Why why() {
    return why;
  }

  public List<TextProblem> problems() {
    return problems;
  }
}
