package org.porchlight.messaging.send;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
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
import org.porchlight.messaging.watch.SendMeters;
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
  private static final Duration COMPANY = Duration.ofMillis(15);

  private final Carrier carrier;
  private final Answers answers;
  private final SendMeters meters;

  /** Claimed texts, from the claim until their answer is stored. */
  private final Semaphore places;

  private final int size;
  private final Semaphore connections;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Answers.Answer> answered = new LinkedBlockingQueue<>();
  private final Thread storing;
  private volatile boolean closing;

  Calls(Carrier carrier, Answers answers, SendMeters meters, MessagingSettings settings) {
    this.carrier = carrier;
    this.answers = answers;
    this.meters = meters;
    this.size = settings.claimedAtOnce();
    this.places = new Semaphore(size);
    this.connections = new Semaphore(settings.callsAtOnce());
    this.storing = Thread.ofVirtual().name("text-answers").start(this::storeUntilClosed);
  }

  /** How many texts may be claimed; waits a moment for a handful of places. */
  int room() throws InterruptedException {
    if (closing) {
      return 0;
    }
    int handful = Math.max(1, size / 3);
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
            long start = System.nanoTime();
            Carrier.Outcome outcome = carrier.post(text);
            meters.answered(Duration.ofNanos(System.nanoTime() - start));
            answered.add(new Answers.Answer(intent, text.attempt(), outcome));
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
          gather(group);
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

  /** Waits a moment for company: one transaction for all of them. */
  private void gather(List<Answers.Answer> group) throws InterruptedException {
    long until = System.nanoTime() + COMPANY.toNanos();
    Answers.Answer next;
    do {
      answered.drainTo(group, LARGEST_GROUP - group.size());
      next = answered.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next != null) {
        group.add(next);
      }
    } while (next != null && group.size() < LARGEST_GROUP);
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
