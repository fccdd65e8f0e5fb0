package org.porchlight.messaging.outbox;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.porchlight.messaging.twilio.Carrier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due. Any number of replicas may run it. */
@Component
class Dispatcher {

  private static final int CALLS_AT_ONCE = 4;
  private static final int INTENTS_PER_ROUND = 200;

  private final SendPath path;
  private final Carrier carrier;
  private final Semaphore calls = new Semaphore(CALLS_AT_ONCE);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  Dispatcher(SendPath path, Carrier carrier) {
    this.path = path;
    this.carrier = carrier;
  }

  @Scheduled(fixedDelayString = "${porchlight.messaging.poll:200ms}")
  void dispatch() {
    for (int i = 0; i < INTENTS_PER_ROUND && calls.tryAcquire(); i++) {
      boolean handedOver = false;
      try {
        Optional<SendPath.Claim> claim = path.claimDue();
        if (claim.isEmpty()) {
          return;
        }
        Carrier.Text text = claim.get().text();
        if (text != null) {
          UUID intent = claim.get().intent();
          callers.execute(() -> call(intent, text));
          handedOver = true;
        }
      } finally {
        if (!handedOver) {
          calls.release();
        }
      }
    }
  }

  private void call(UUID intent, Carrier.Text text) {
    try {
      path.store(intent, text.attempt(), carrier.post(text));
    } finally {
      calls.release();
    }
  }

  /** Lets calls that are under way come to their end. */
  @PreDestroy
  void close() {
    callers.close();
  }
}
