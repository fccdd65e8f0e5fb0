package org.porchlight.embedded.parts;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part that is kept running: started again with growing pauses when it dies, until it is closed.
 */
public final class Supervised implements AutoCloseable {

  /** How a part is doing. */
  public enum State {
    STARTING,
    UP,
    /** It died and will be started again. */
    DOWN,
    STOPPED
  }

  private static final Logger log = LoggerFactory.getLogger(Supervised.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration ORDERLY_END = Duration.ofSeconds(30);

  private final Part part;
  private final DataFolder folder;
  private final PartRecord record;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CompletableFuture<Part> firstReady = new CompletableFuture<>();
  private final AtomicInteger restarts = new AtomicInteger();
  private volatile State state = State.STARTING;
  private volatile @Nullable Process process;

  public Supervised(Part part, DataFolder folder) {
    this.part = part;
    this.folder = folder;
    this.record = new PartRecord(folder, part.name());
  }

  /** Ends what a killed run left behind. To be called before the ports are checked. */
  public void stopLeftOver() {
    Stream.concat(record.running().stream(), unrecorded())
        .distinct()
        .forEach(
            left -> {
              log.info(
                  "Stopping {} (process {}) that an earlier run left behind",
                  part.title(),
                  left.pid());
              end(left);
            });
    record.clear();
  }

  /** A run that was killed between the start and the record of it left one of these. */
  private Stream<ProcessHandle> unrecorded() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .map(given -> List.of(given).contains(part.marker()))
                    .orElse(false));
  }

  /** Starts the part and returns at once. */
  public void start() {
    Thread.ofVirtual().name("part-" + part.name()).start(this::keepRunning);
  }

  /** Waits until the part answers for the first time. */
  public void awaitReady(Duration atMost) {
    try {
      firstReady.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      String detail =
          e instanceof ExecutionException && e.getCause() != null
              ? ": " + e.getCause().getMessage()
              : "";
      throw new StartRefused(
          part.title() + " did not start" + detail + ".",
          "Its own words are in " + folder.log(part.name()) + ".",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + part.title(), e);
    }
  }

  public Part part() {
    return part;
  }

  public State state() {
    return state;
  }

  /** How often it died and was started again. */
  public int restarts() {
    return restarts.get();
  }

  /** The process that serves now; for tests that kill it. */
  public @Nullable ProcessHandle process() {
    Process current = process;
    return current == null ? null : current.toHandle();
  }

  private void keepRunning() {
    Duration pause = FIRST_PAUSE;
    try {
      while (stopping.getCount() > 0) {
        Instant started = InstantSource.system().instant(); // processes live in real time
        String end = runOnce();
        if (stopping.getCount() == 0) {
          return;
        }
        state = State.DOWN;
        firstReady.completeExceptionally(new IllegalStateException(end));
        pause =
            Duration.between(started, InstantSource.system().instant()).compareTo(LONGEST_PAUSE) > 0
                ? FIRST_PAUSE
                : pause;
        log.warn(
            "{} {}; starting it again in {} s; its log is {}",
            part.title(),
            end,
            pause.toSeconds(),
            folder.log(part.name()));
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
        restarts.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs the process to its end and says how it ended. */
  private String runOnce() throws InterruptedException {
    Process started;
    synchronized (this) { // stopWatching() either sees the process or prevents it
      if (stopping.getCount() == 0) {
        return "was stopped";
      }
      try {
        started = part.command().start();
      } catch (IOException e) {
        return "could not be started (" + e.getMessage() + ")";
      }
      process = started;
      record.write(started.toHandle());
    }
    while (started.isAlive() && stopping.getCount() > 0) {
      if (part.ready()) {
        state = State.UP;
        log.info("{} answers (process {})", part.title(), started.pid());
        firstReady.complete(part);
        break;
      }
      stopping.await(100, TimeUnit.MILLISECONDS);
    }
    return "ended with code " + started.waitFor();
  }

  /** Ends the part in an orderly way, by force after half a minute. */
  @Override
  public void close() {
    ProcessHandle current = stopWatching();
    if (current != null && current.isAlive()) {
      end(current);
    }
    record.clear();
    state = State.STOPPED;
  }

  /** Ends the part at once, for data that nobody needs again. */
  public void discard() {
    ProcessHandle current = stopWatching();
    if (current != null) {
      current.destroyForcibly();
      current.onExit().join();
    }
    record.clear();
    state = State.STOPPED;
  }

  private synchronized @Nullable ProcessHandle stopWatching() {
    stopping.countDown();
    return process();
  }

  private void end(ProcessHandle handle) {
    part.askToStop(handle);
    try {
      handle.onExit().get(ORDERLY_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      log.warn(
          "{} (process {}) does not end by itself; ending it by force", part.title(), handle.pid());
      handle.destroyForcibly();
      handle.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      handle.destroyForcibly();
    }
  }
}
