package org.porchlight.messaging.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.porchlight.messaging.outbox.Urgency;
import org.porchlight.messaging.settings.MessagingSettings;

/** When a text leaves that waited for the window. */
class HeldTextsTest {

  @Test
  void shouldSpreadWhatWaitedTheMostUrgentFirst() {
    Spread spread = new Spread(over(Duration.ofMinutes(9)));
    Instant opening = Instant.parse("2026-11-24T14:00:00Z");
    Instant late = opening.plus(Duration.ofDays(1));

    for (int i = 0; i < 100; i++) {
      assertThat(spread.after(opening, Urgency.RECEIPT, late)).isEqualTo(opening);
      assertThat(spread.after(opening, Urgency.VISIT, late))
          .isBetween(opening, opening.plus(Duration.ofMinutes(3)));
      assertThat(spread.after(opening, Urgency.UNASKED, late))
          .isBetween(opening.plus(Duration.ofMinutes(6)), opening.plus(Duration.ofMinutes(9)));
      assertThat(spread.after(opening, Urgency.UNASKED, opening.plusSeconds(60)))
          .isBefore(opening.plusSeconds(31));
    }
  }

  private static MessagingSettings over(Duration spread) {
    return new MessagingSettings(
        URI.create("http://localhost"),
        Duration.ofHours(1),
        8,
        Duration.ofMinutes(1),
        3,
        8,
        24,
        spread,
        0,
        new MessagingSettings.Pace(4, 2000, 0.1, ZoneId.of("America/Los_Angeles")),
        new MessagingSettings.Twilio(
            "/s", "A", "K", "S", "T", "+18605550101", Duration.ofSeconds(1)));
  }
}
