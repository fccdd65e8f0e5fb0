package org.porchlight.messaging.outbox;

/** What goes first where not everything can go at once; kept as its position. */
public enum Urgency {
  /** Answers a text just received: how to stop, what was understood. */
  RECEIPT,
  /** Belongs to an agreed visit. */
  VISIT,
  /** Anything else that somebody waits for. */
  ANSWER,
  /** Nobody asked for it. */
  UNASKED;

  public static Urgency of(String purpose, boolean receipt, boolean unasked) {
    if (receipt) {
      return RECEIPT;
    }
    if (unasked) {
      return UNASKED;
    }
    return purpose.startsWith("visits.") ? VISIT : ANSWER;
  }

  public static Urgency at(int position) {
    return values()[position];
  }
}
