package org.porchlight.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.porchlight.engine.internal.EngineJson;

class SeenPositionsTest {

  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private final SeenPositions seen =
      new SeenPositions(Map.of(1, new SeenPositions.Seen(100, NOON)));

  @Test
  void shouldPassOverWhatTheBrokerExportsAgain() {
    assertThat(seen.isNew(record(1, 100, NOON))).isFalse();
    assertThat(seen.isNew(record(1, 99, NOON.minusSeconds(5)))).isFalse();
    assertThat(seen.isNew(record(1, 101, NOON))).isTrue();
    assertThat(seen.isNew(record(1, 101, NOON))).isFalse();
    assertThat(seen.changed()).containsOnlyKeys(1);
  }

  @Test
  void shouldKeepPositionsOfPartitionsApart() {
    assertThat(seen.isNew(record(2, 1, NOON))).isTrue();
    assertThat(seen.changed()).containsOnlyKeys(2);
  }

  @Test
  void shouldTakeALogThatBeginsAnew() {
    assertThat(seen.isNew(record(1, 3, NOON.plusSeconds(11)))).isTrue();
    assertThat(seen.isNew(record(1, 4, NOON.plusSeconds(11)))).isTrue();
  }

  private static EngineRecord record(int partition, long position, Instant at) {
    return EngineJson.read(
        """
        {"partition": %d, "position": %d, "key": 1, "timestamp": %d,
         "type": "TIMER", "intent": "CREATED"}
        """
            .formatted(partition, position, at.toEpochMilli()),
        EngineRecord.class);
  }
}
