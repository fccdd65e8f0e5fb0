package org.porchlight.engine.internal;

import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon thread that repeats a step until it is closed. A step that throws is repeated after a
 * pause that doubles up to a limit; the log says so once, and once more when it works again.
 */
public final class BackgroundLoop implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BackgroundLoop.class);
  private static final Set<Status.Code> AWAY =
      Set.of(
          Status.Code.UNAVAILABLE, Status.Code.RESOURCE_EXHAUSTED, Status.Code.DEADLINE_EXCEEDED);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  /** One round; blocks while there is nothing to do. */
  public interface Step {
    void run() throws Exception;
  }

  private final String name;
  private final Step step;
  private final Duration longestPause;
  private final Thread thread;
  private volatile boolean closed;
  private @Nullable String failing;

  private BackgroundLoop(String name, Step step, Duration longestPause) {
    this.name = name;
    this.step = step;
    this.longestPause = longestPause;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::repeat);
  }

  public static BackgroundLoop start(String name, Step step, Duration longestPause) {
    BackgroundLoop loop = new BackgroundLoop(name, step, longestPause);
    loop.thread.start();
    return loop;
  }

  private void repeat() {
    Duration pause = FIRST_PAUSE;
    while (!closed) {
      try {
        step.run();
        pause = FIRST_PAUSE;
        recovered();
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        if (closed) {
          return;
        }
        failed(e);
        if (!sleep(pause)) {
          return;
        }
        pause =
            pause.multipliedBy(2).compareTo(longestPause) < 0
                ? pause.multipliedBy(2)
                : longestPause;
      }
    }
  }

  private boolean sleep(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void failed(Exception e) {
    String kind = e.getClass().getName();
    if (!kind.equals(failing)) {
      failing = kind;
      if (away(e)) {
        log.info("{} waits: the engine or Kafka does not answer", name);
      } else {
        log.warn("{} cannot go on now and tries again:{}", name, SafeTrace.of(e));
      }
    }
  }

  /** Nothing that a trace would explain: the other side is starting, stopped or busy. */
  private static boolean away(Throwable error) {
    for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof TimeoutException
          || cause instanceof ClientStatusException status
              && AWAY.contains(status.getStatusCode())) {
        return true;
      }
    }
    return false;
  }

  private void recovered() {
    if (failing != null) {
      failing = null;
      log.info("{} goes on", name);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
