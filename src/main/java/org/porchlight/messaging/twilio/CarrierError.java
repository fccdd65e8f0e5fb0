package org.porchlight.messaging.twilio;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.MessageFailed.Reason;

/**
 * What the provider's error codes mean to us. The provider changes codes and advises against logic
 * on them: a code that is not here is permanent for that text, and an operator reads of it.
 */
public enum CarrierError {
  CHANNEL_STOPPED(Action.STOP_CHANNEL, Reason.CONFIGURATION, 20003, 30002),
  BUSY(Action.RETRY, null, 20429, 21611, 30001),
  INVALID_NUMBER(Action.GIVE_UP, Reason.BAD_NUMBER, 21211, 21217, 30005),
  NOT_TEXTABLE(Action.GIVE_UP, Reason.NOT_TEXTABLE, 21614, 21635, 21612, 30006),
  OPTED_OUT(Action.OPT_OUT, Reason.OPTED_OUT, 21610),
  BLOCKED(Action.GIVE_UP, Reason.BLOCKED, 30004, 30007),
  UNREACHABLE(Action.RETRY_ONCE, Reason.BAD_NUMBER, 30003),
  UNKNOWN_AT_CARRIER(Action.RETRY_ONCE, Reason.BLOCKED, 30008),
  MISCONFIGURED(
      Action.GIVE_UP_AND_ALERT, Reason.CONFIGURATION, 21408, 21606, 21608, 21659, 21660, 30034),
  MALFORMED(Action.GIVE_UP_AND_ALERT, Reason.CONFIGURATION, 21602, 21617),
  OTHER(Action.GIVE_UP_AND_ALERT, Reason.BLOCKED);

  private final Action action;
  private final @Nullable Reason reason;
  private final Set<Integer> codes;

  CarrierError(Action action, @Nullable Reason reason, Integer... codes) {
    this.action = action;
    this.reason = reason;
    this.codes = Set.of(codes);
  }

  public static CarrierError of(int code) {
    return Arrays.stream(values())
        .filter(error -> error.codes.contains(code))
        .findFirst()
        .orElse(OTHER);
  }

  public Action action() {
    return action;
  }

  /** For the person who has to act when we give up. */
  public Reason reason() {
    return reason == null ? Reason.BLOCKED : reason;
  }

  /** What to do about it. */
  public enum Action {
    /** Not processed: try again with back-off. */
    RETRY,
    /** Did not arrive: once more, later. */
    RETRY_ONCE,
    /** The account does not work: everything waits until an operator has mended it. */
    STOP_CHANNEL,
    /** The phone has opted out at the provider: so it has with us. */
    OPT_OUT,
    GIVE_UP,
    GIVE_UP_AND_ALERT
  }
}
