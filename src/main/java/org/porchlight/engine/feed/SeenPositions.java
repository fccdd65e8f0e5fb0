package org.porchlight.engine.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The last position seen of each engine partition, of one Kafka partition. Kept in memory during a
 * batch, since there is a record for each step of each process: a statement for each would be most
 * of the work.
 */
final class SeenPositions {

  private static final Duration ANOTHER_LOG = Duration.ofSeconds(10);

  private final Map<Integer, Seen> seen;
  private final Map<Integer, Seen> changed = new HashMap<>();

  SeenPositions(Map<Integer, Seen> seen) {
    this.seen = new HashMap<>(seen);
  }

  record Seen(long position, Instant at) {}

  /**
   * False for a record that was seen before: the broker exports some again after a crash, with
   * their first timestamps. A lower position with a clearly later timestamp is another log: the
   * engine was set up anew, and its records are news.
   */
  boolean isNew(EngineRecord record) {
    Seen last = seen.get(record.partition());
    if (last != null
        && record.position() <= last.position()
        && !record.at().isAfter(last.at().plus(ANOTHER_LOG))) {
      return false;
    }
    Seen now = new Seen(record.position(), record.at());
    seen.put(record.partition(), now);
    changed.put(record.partition(), now);
    return true;
  }

  /** By engine partition. */
  Map<Integer, Seen> changed() {
    return changed;
  }
}
