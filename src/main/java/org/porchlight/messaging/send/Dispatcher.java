package org.porchlight.messaging.send;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.porchlight.messaging.outbox.Outbox;
import org.porchlight.messaging.twilio.Carrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due. Any number of replicas may run it. */
@Component
class Dispatcher {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final int EXPIRED_PER_ROUND = 200;

  private final SendPath path;
  private final Outbox outbox;
  private final Calls calls;
  private final Clock clock;
  private boolean closing;

  Dispatcher(SendPath path, Outbox outbox, Calls calls, Clock clock) {
    this.path = path;
    this.outbox = outbox;
    this.calls = calls;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${porchlight.messaging.poll:200ms}")
  void dispatch() throws InterruptedException {
    int room = calls.room();
    while (room > 0 && round(room)) {
      room = calls.room();
    }
  }

  /** False where nothing is due. */
  private synchronized boolean round(int room) {
    if (closing) {
      return false;
    }
    List<SendPath.Claim> claims = claim(room);
    claims.forEach(this::handOver);
    return !claims.isEmpty();
  }

  /** Also while nothing may leave: what expires is told to a person in time. */
  @Scheduled(fixedDelayString = "${porchlight.messaging.expiry-poll:5s}")
  synchronized void giveUpExpired() {
    if (closing) {
      return;
    }
    path.claimExpired(EXPIRED_PER_ROUND).forEach(this::handOver);
  }

  private List<SendPath.Claim> claim(int most) {
    try {
      return path.claimDue(most);
    } catch (RuntimeException e) {
      log.error("A batch of texts could not be claimed: one at a time", e);
      return outbox.due(clock.instant(), most).stream().map(this::alone).toList();
    }
  }

  private void handOver(SendPath.Claim claim) {
    Carrier.Text text = claim.text();
    if (text != null) {
      calls.call(claim.intent(), text);
    } else if (claim.alone()) {
      SendPath.Claim again = alone(claim.intent());
      if (again.text() != null) {
        calls.call(again.intent(), again.text());
      }
    }
  }

  /** Nothing is claimed any more that nobody would call. */
  @PreDestroy
  synchronized void close() {
    closing = true;
  }

  private SendPath.Claim alone(UUID intent) {
    try {
      return path.claim(intent).orElseGet(() -> new SendPath.Claim(intent, null, false));
    } catch (RuntimeException e) {
      log.error("Text {} could not be claimed: it waits", intent, e);
      path.setAside(intent);
      return new SendPath.Claim(intent, null, false);
    }
  }
}
