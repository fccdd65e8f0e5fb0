package org.porchlight.messaging;

/** What an inbound text was understood to say, in any of the program's languages. */
public enum Answer {
  YES,
  NO,
  LATER,
  CALL_ME,
  /** The number 1, of a list in the text. */
  FIRST,
  /** 2. */
  SECOND,
  /** 3. */
  THIRD
}
