package org.porchlight.messaging;

/** What an inbound text was understood to say, in any of the program's languages. */
public enum Answer {
  YES,
  NO,
  LATER,
  CALL_ME,
  /** No visits, but calls. */
  CALLS_ONLY,
  /** A visit, but not at home. */
  ELSEWHERE,
  /** A visit, but by other people. */
  SOMEBODY_ELSE,
  /** Neither visits nor calls, but help with things. */
  HELP_ONLY,
  /** Whoever reads this is not of the family. */
  WRONG_NUMBER,
  /** A break of some weeks. */
  PAUSE,
  /** Who is coming, and when? */
  WHO,
  /** The visit that is planned should not take place; where none is, none at all. */
  NO_VISIT,
  /** Which other ways are there than a yes, a no, later or a call? */
  MORE,
  /** Not understood, but it may mean that no texts are wanted: a person must look at once. */
  MAYBE_STOP,
  /** The number 1, of a list in the text. */
  FIRST,
  /** 2. */
  SECOND,
  /** 3. */
  THIRD,
  /** 4. */
  FOURTH,
  /** 5. */
  FIFTH;

  /** Understood at any time, whatever was asked: answers no question. */
  public boolean atAnyTime() {
    return switch (this) {
      case PAUSE, WHO, NO_VISIT, MORE, MAYBE_STOP -> true;
      default -> false;
    };
  }
}
