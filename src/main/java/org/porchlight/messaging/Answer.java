package org.porchlight.messaging;

/** What an inbound text was understood to say, in any of the program's languages. */
public enum Answer {
  YES,
  NO,
  LATER,
  CALL_ME
}
