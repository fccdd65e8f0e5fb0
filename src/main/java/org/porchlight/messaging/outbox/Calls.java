package org.porchlight.messaging.outbox;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.twilio.Carrier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The calls of the provider that are under way, at most so many at once. Their answers are stored
 * in groups: a group takes as many as came while the one before was stored.
 */
@Component
class Calls {

  private static final Logger log = LoggerFactory.getLogger(Calls.class);
  private static final int LARGEST_GROUP = 200;

  private final Carrier carrier;
  private final Answers answers;

  /** Claimed texts, from the claim until their answer is stored. */
  private final Semaphore places;

  private final int size;
  private final Semaphore connections;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Answers.Answer> answered = new LinkedBlockingQueue<>();
  private final Thread storing;
  private volatile boolean closing;

  Calls(Carrier carrier, Answers answers, MessagingSettings settings) {
    this.carrier = carrier;
    this.answers = answers;
    // Half as many again are claimed while the others are called, so that no connection waits.
    this.size = settings.callsAtOnce() + (settings.callsAtOnce() + 1) / 2;
    this.places = new Semaphore(size);
    this.connections = new Semaphore(settings.callsAtOnce());
    this.storing = Thread.ofVirtual().name("text-answers").start(this::storeUntilClosed);
  }

  /** How many texts may be claimed; waits a moment for a handful of places. */
  int room() throws InterruptedException {
    if (closing) {
      return 0;
    }
    int handful = Math.max(1, size / 4);
    if (places.tryAcquire(handful, 100, TimeUnit.MILLISECONDS)) {
      places.release(handful);
    }
    return places.availablePermits();
  }

  void call(UUID intent, Carrier.Text text) {
    places.acquireUninterruptibly();
    callers.execute(
        () -> {
          connections.acquireUninterruptibly();
          try {
            answered.add(new Answers.Answer(intent, text.attempt(), carrier.post(text)));
          } catch (RuntimeException e) {
            places.release();
            log.error("The call of attempt {} failed: it is looked up", text.attempt(), e);
          } finally {
            connections.release();
          }
        });
  }

  private void storeUntilClosed() {
    List<Answers.Answer> group = new ArrayList<>();
    while (!(closing && callers.isTerminated() && answered.isEmpty())) {
      try {
        Answers.Answer first = answered.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          answered.drainTo(group, LARGEST_GROUP);
          store(group);
        }
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        places.release(group.size());
        group.clear();
      }
    }
  }

  private void store(List<Answers.Answer> group) {
    List<Answers.Answer> alone = new ArrayList<>(group);
    List<Answers.Answer> plain = group.stream().filter(Answers.Answer::plain).toList();
    if (plain.size() > 1) {
      try {
        answers.storeAccepted(plain);
        alone.removeAll(plain);
      } catch (RuntimeException e) {
        log.warn("{} answers could not be stored together: one at a time", plain.size(), e);
      }
    }
    alone.forEach(this::storeAlone);
  }

  private void storeAlone(Answers.Answer answer) {
    try {
      answers.store(answer.intent(), answer.attempt(), answer.outcome());
    } catch (RuntimeException e) {
      log.error("The answer to attempt {} was not stored: it is looked up", answer.attempt(), e);
    }
  }

  /** Lets calls that are under way come to their end, and stores their answers. */
  @PreDestroy
  void close() throws InterruptedException {
    closing = true;
    callers.close();
    storing.join();
  }
}
