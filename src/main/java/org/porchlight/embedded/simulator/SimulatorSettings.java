package org.porchlight.embedded.simulator;

import java.time.ZoneId;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/**
 * The simulated account.
 *
 * @param number the program's number, in E.164 form
 * @param stopReply what the provider itself answers to STOP
 * @param zone of the clock that the phones show
 * @param disorder the part of its calls of the application that come twice, or late and so out of
 *     order
 */
@Profile({"embedded", "test"})
@ConfigurationProperties("porchlight.simulator")
record SimulatorSettings(
    String accountSid,
    String apiKey,
    String apiSecret,
    String authToken,
    String number,
    @DefaultValue(
            "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.")
        String stopReply,
    @DefaultValue("America/New_York") ZoneId zone,
    @DefaultValue("0") double disorder) {

  private static final long LATE_AT_MOST = 5_000;

  /** Whether this call goes wrong. */
  boolean disordered() {
    return disorder > 0 && ThreadLocalRandom.current().nextDouble() < disorder;
  }

  /** Milliseconds; mostly none. */
  long someDelay() {
    return disordered() ? ThreadLocalRandom.current().nextLong(LATE_AT_MOST) : 0;
  }

  @Override
  public String toString() {
    return "SimulatorSettings[" + accountSid + "]";
  }
}
