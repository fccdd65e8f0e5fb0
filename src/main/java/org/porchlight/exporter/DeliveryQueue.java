package org.porchlight.exporter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Records on their way to Kafka, in the order of their positions. Kafka confirms them in any order;
 * a position counts only when all before it are confirmed too.
 */
final class DeliveryQueue {

  /** Records kept in memory at most. */
  static final int LIMIT = 10_000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long confirmed;

  private enum State {
    WAITS,
    HANDED_OVER,
    DONE
  }

  /** A record, or one that is not exported and only holds its position. */
  static final class Entry {
    private final long position;
    private final String key;
    private final String json;
    private State state;

    private Entry(long position, String key, String json, State state) {
      this.position = position;
      this.key = key;
      this.json = json;
      this.state = state;
    }

    String key() {
      return key;
    }

    String json() {
      return json;
    }
  }

  synchronized boolean full() {
    return entries.size() >= LIMIT;
  }

  synchronized void add(long position, String key, String json) {
    entries.addLast(new Entry(position, key, json, State.WAITS));
  }

  synchronized void skip(long position) {
    entries.addLast(new Entry(position, "", "", State.DONE));
  }

  synchronized void handedOver(Entry entry) {
    if (entry.state == State.WAITS) {
      entry.state = State.HANDED_OVER;
    }
  }

  synchronized void confirm(Entry entry) {
    entry.state = State.DONE;
  }

  /** The producer that had them is gone: all that Kafka has not confirmed waits again. */
  synchronized void takeBack() {
    for (Entry entry : entries) {
      if (entry.state == State.HANDED_OVER) {
        entry.state = State.WAITS;
      }
    }
  }

  /** Those not handed over, oldest first. */
  synchronized List<Entry> waiting() {
    // Nearly always the last one or none, so looked for from the end.
    Deque<Entry> found = new ArrayDeque<>();
    for (var it = entries.descendingIterator(); it.hasNext(); ) {
      Entry entry = it.next();
      if (entry.state == State.HANDED_OVER) {
        break;
      }
      if (entry.state == State.WAITS) {
        found.addFirst(entry);
      }
    }
    return List.copyOf(found);
  }

  /** The highest position up to which all is confirmed, or 0 when that is no news. */
  synchronized long takeConfirmed() {
    long before = confirmed;
    while (!entries.isEmpty() && entries.peekFirst().state == State.DONE) {
      confirmed = entries.removeFirst().position;
    }
    return confirmed > before ? confirmed : 0;
  }
}
