package org.porchlight.embedded.simulator;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;

/**
 * The simulated account.
 *
 * @param number the program's number, in E.164 form
 * @param stopReply what the provider itself answers to STOP
 * @param zone of the clock that the phones show
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
    @DefaultValue("America/New_York") ZoneId zone) {

  @Override
  public String toString() {
    return "SimulatorSettings[" + accountSid + "]";
  }
}
