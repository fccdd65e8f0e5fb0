package org.porchlight.messaging.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.porchlight.messaging.MessageFailed.Reason;
import org.porchlight.messaging.twilio.CarrierError.Action;

/** The provider's table of errors, and what each leads to. */
class CarrierErrorTest {

  @ParameterizedTest
  @CsvSource({
    "20003, STOP_CHANNEL, CONFIGURATION",
    "20429, RETRY, BLOCKED",
    "21211, GIVE_UP, BAD_NUMBER",
    "21408, GIVE_UP_AND_ALERT, CONFIGURATION",
    "21602, GIVE_UP_AND_ALERT, CONFIGURATION",
    "21606, GIVE_UP_AND_ALERT, CONFIGURATION",
    "21659, GIVE_UP_AND_ALERT, CONFIGURATION",
    "21660, GIVE_UP_AND_ALERT, CONFIGURATION",
    "21608, GIVE_UP_AND_ALERT, CONFIGURATION",
    "21610, OPT_OUT, OPTED_OUT",
    "21611, RETRY, BLOCKED",
    "21612, GIVE_UP, NOT_TEXTABLE",
    "21614, GIVE_UP, NOT_TEXTABLE",
    "21617, GIVE_UP_AND_ALERT, CONFIGURATION",
    "21635, GIVE_UP, NOT_TEXTABLE",
    "30001, RETRY, BLOCKED",
    "30002, STOP_CHANNEL, CONFIGURATION",
    "30003, RETRY_ONCE, BAD_NUMBER",
    "30004, GIVE_UP, BLOCKED",
    "30005, GIVE_UP, BAD_NUMBER",
    "30006, GIVE_UP, NOT_TEXTABLE",
    "30007, GIVE_UP, BLOCKED",
    "30008, RETRY_ONCE, BLOCKED",
    "30034, GIVE_UP_AND_ALERT, CONFIGURATION",
    // Codes change: one that we do not know is permanent for its text, and an operator hears of it.
    "21999, GIVE_UP_AND_ALERT, BLOCKED",
    "0, GIVE_UP_AND_ALERT, BLOCKED"
  })
  void shouldLeadToADecision(int code, Action action, Reason reason) {
    assertThat(CarrierError.of(code).action()).isEqualTo(action);
    assertThat(CarrierError.of(code).reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "90 | 90",
        "' 5 ' | 5",
        "Tue, 24 Nov 2026 15:01:30 GMT | 90",
        "Tue, 24 Nov 2026 14:00:00 GMT | 0",
        "soon | 0",
        "-1 | 0"
      })
  void shouldWaitAsLongAsAskedInSecondsOrUntilADate(String header, long seconds) {
    Instant now = Instant.parse("2026-11-24T15:00:00Z");

    assertThat(RetryAfter.read(header, now)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void shouldNotWaitWhereNothingIsAsked() {
    assertThat(RetryAfter.read("", Instant.EPOCH)).isZero();
  }
}
