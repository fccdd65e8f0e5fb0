package org.porchlight.messaging.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.messaging.outbox.Lane;
import org.porchlight.messaging.outbox.Urgency;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.watch.RaisedAlerts;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes first, and how fast. */
@PorchlightTest
class PaceTest {

  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  @Autowired JdbcClient jdbc;
  @Autowired RaisedAlerts alerts;
  @Autowired TransactionTemplate transaction;

  @Test
  void shouldTakeTheMoreUrgentFirst() {
    Lane receipts = new Lane(0, UUID.randomUUID(), 2);
    Lane bulk = new Lane(3, UUID.randomUUID(), 10_000);

    var places = Lanes.share(List.of(bulk, receipts), 5, new Random(1));

    assertThat(places).containsEntry(receipts, 2).containsEntry(bulk, 3);
  }

  @Test
  void shouldNotLetALargeDistrictStarveASmallOne() {
    Lane large = new Lane(3, UUID.randomUUID(), 10_000);
    Lane small = new Lane(3, UUID.randomUUID(), 10);

    var places = Lanes.share(List.of(large, small), 16, new Random(1));

    assertThat(places).containsEntry(large, 8).containsEntry(small, 8);
  }

  @Test
  void shouldGiveEachDistrictItsTurnWhereThereAreFewerPlaces() {
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      lanes.add(new Lane(3, UUID.randomUUID(), 100));
    }
    var served = new java.util.HashSet<Lane>();
    Random random = new Random(1);

    for (int claim = 0; claim < 200; claim++) {
      served.addAll(Lanes.share(lanes, 4, random).keySet());
    }

    assertThat(served).hasSize(50);
  }

  @Test
  void shouldShareTheSegmentsOfASecondBetweenReplicas() {
    String sender = "+1860555" + System.nanoTime() % 10_000;
    Instant now = Instant.parse("2026-11-24T15:00:00Z");

    assertThat(taken(pace(sender, now), 3)).isEqualTo(4);
    assertThat(taken(pace(sender, now), 3)).isEqualTo(1);
    assertThat(taken(pace(sender, now), 1)).isZero();

    // The second text of three segments has left a debt of two.
    assertThat(taken(pace(sender, now.plusSeconds(1)), 0)).isEqualTo(2);
  }

  @Test
  void shouldKeepTheEndOfADaysSegmentsForWhatIsUrgent() {
    var pace = settings("+18605550101", 4, 100, Duration.ZERO).pace();

    assertThat(Pace.allowed(pace, 4, 50).least()).isEqualTo(Urgency.UNASKED);
    assertThat(Pace.allowed(pace, 4, 95).least()).isEqualTo(Urgency.VISIT);
    assertThat(Pace.allowed(pace, 4, 100)).isEqualTo(Pace.Allowance.NONE);
    assertThat(Pace.allowed(pace, -1, 0)).isEqualTo(Pace.Allowance.NONE);
  }

  private int taken(Pace pace, int segments) {
    return transaction.execute(
        status -> {
          int texts = pace.allowance().texts();
          if (texts > 0) {
            pace.spend(segments);
          }
          return texts;
        });
  }

  private Pace pace(String sender, Instant now) {
    return new Pace(
        jdbc, alerts, settings(sender, 4, 2000, Duration.ZERO), Clock.fixed(now, PACIFIC));
  }

  private static MessagingSettings settings(
      String sender, double perSecond, int perDay, Duration spread) {
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
        new MessagingSettings.Pace(perSecond, perDay, 0.1, PACIFIC),
        new MessagingSettings.Twilio("/s", "A", "K", "S", "T", sender, Duration.ofSeconds(1)));
  }
}
