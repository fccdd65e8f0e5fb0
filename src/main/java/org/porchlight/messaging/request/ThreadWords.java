package org.porchlight.messaging.request;

import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.ThreadEntry.State;
import org.porchlight.messaging.ThreadEntry.Why;
import org.porchlight.messaging.twilio.CarrierError;

/** What the outbox's codes mean to a reader of the thread. */
final class ThreadWords {

  private static final String PROVIDER = "provider-";

  private ThreadWords() {}

  static State state(String state, @Nullable String status) {
    return switch (state) {
      case "RECEIVED" -> State.RECEIVED;
      case "WAITING", "SENDING" -> State.WAITING;
      case "SENT" ->
          "delivered".equals(status) || "read".equals(status) ? State.DELIVERED : State.SENT;
      case "UNKNOWN" -> State.UNKNOWN;
      default -> State.NOT_SENT;
    };
  }

  static @Nullable Why why(State state, @Nullable String reason) {
    return switch (state) {
      case NOT_SENT -> reason == null ? Why.OTHER : notSent(reason);
      case WAITING -> reason == null ? null : waiting(reason);
      case RECEIVED, SENT, DELIVERED, UNKNOWN -> null;
    };
  }

  static @Nullable String carrierCode(@Nullable String reason) {
    return reason != null
            && reason.startsWith(PROVIDER)
            && Character.isDigit(code(reason).charAt(0))
        ? code(reason)
        : null;
  }

  private static String code(String reason) {
    return reason.substring(PROVIDER.length());
  }

  private static @Nullable Why waiting(String reason) {
    return switch (reason) {
      case "outside-window" -> Why.WINDOW;
      case "channel-stopped" -> Why.CHANNEL;
      case "batch-paused" -> Why.PAUSED;
      default -> null;
    };
  }

  private static Why notSent(String reason) {
    return switch (reason) {
      case "expired" -> Why.EXPIRED;
      case "opted-out", "confirmed-by-provider" -> Why.OPTED_OUT;
      case "no-longer-wanted", "withdrawn" -> Why.NOT_WANTED;
      case "no-translation" -> Why.NO_TRANSLATION;
      case "wrong-number" -> Why.BAD_NUMBER;
      case "called-off" -> Why.CALLED_OFF;
      case "fuse" -> Why.FUSE;
      case "over-budget" -> Why.OVER_BUDGET;
      case "not-to-be-contacted" -> Why.NOT_TO_BE_CONTACTED;
      case "settled-by-person" -> Why.SETTLED;
      default -> carrierCode(reason) == null ? Why.OTHER : refused(code(reason));
    };
  }

  private static Why refused(String code) {
    return switch (CarrierError.of(Integer.parseInt(code))) {
      case INVALID_NUMBER -> Why.BAD_NUMBER;
      case NOT_TEXTABLE -> Why.NOT_TEXTABLE;
      case OPTED_OUT -> Why.OPTED_OUT;
      case BLOCKED, UNKNOWN_AT_CARRIER -> Why.BLOCKED;
      case UNREACHABLE -> Why.UNREACHABLE;
      case CHANNEL_STOPPED, MISCONFIGURED, MALFORMED -> Why.CONFIGURATION;
      case BUSY, OTHER -> Why.OTHER;
    };
  }
}
