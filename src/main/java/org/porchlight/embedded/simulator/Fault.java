package org.porchlight.embedded.simulator;

/**
 * Something that the simulator does wrong when told to.
 *
 * @param code the provider's error code, or the seconds of Retry-After
 * @param millis how long a hanging answer takes
 */
record Fault(Kind kind, int code, long millis) {

  enum Kind {
    /** Refuses with {@code code}. */
    REJECT,
    /** 429, with {@code code} seconds to wait. */
    THROTTLE,
    /** 500, and nothing was sent. */
    ERROR_BEFORE,
    /** 500, and the text was sent. */
    ERROR_AFTER,
    /** No answer for {@code millis}, and nothing was sent. */
    HANG_BEFORE,
    /** No answer for {@code millis}, and the text was sent. */
    HANG_AFTER,
    /** Accepted, then failed with {@code code}. */
    FAILED,
    /** Accepted and sent, then undelivered with {@code code}. */
    UNDELIVERED,
    /** Every status callback comes twice. */
    DUPLICATE_CALLBACKS,
    /** The end of a text is told first, {@code millis} before that it was sent. */
    REORDER_CALLBACKS,
    /** Every status callback comes {@code millis} late. */
    DELAY_CALLBACKS,
    /** A reply is delivered to the application twice. */
    DUPLICATE_INBOUND,
    /** A reply comes {@code millis} late: a later one overtakes it. */
    DELAY_INBOUND;

    boolean inbound() {
      return this == DUPLICATE_INBOUND || this == DELAY_INBOUND;
    }
  }
}
