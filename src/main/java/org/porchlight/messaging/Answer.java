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
  /** The number 1, of a list in the text. */
  FIRST,
  /** 2. */
  SECOND,
  /** 3. */
  THIRD,
  /** 4. */
  FOURTH,
  /** 5. */
  FIFTH
}
