package org.porchlight.messaging.outbox;

import java.util.Map;
import java.util.Set;

/**
 * The order of the provider's statuses. Callbacks come in any order; a text's status only moves up.
 */
public final class DeliveryStatus {

  public static final int TERMINAL = 4;

  private static final Map<String, Integer> RANKS =
      Map.of(
          "accepted",
          0,
          "scheduled",
          0,
          "queued",
          1,
          "sending",
          2,
          "sent",
          3,
          "delivered",
          TERMINAL,
          "read",
          TERMINAL,
          "undelivered",
          TERMINAL,
          "failed",
          TERMINAL,
          "canceled",
          TERMINAL);

  private static final Set<String> PLAIN =
      Set.of("accepted", "scheduled", "queued", "sending", "sent", "delivered", "read");

  private DeliveryStatus() {}

  /** A status that we do not know moves nothing. */
  public static int rank(String status) {
    return RANKS.getOrDefault(status, -1);
  }

  /** Those from which nothing follows but how far the text has come. */
  public static Set<String> plain() {
    return PLAIN;
  }

  public static boolean notDelivered(String status) {
    return status.equals("undelivered") || status.equals("failed") || status.equals("canceled");
  }
}
