package org.porchlight.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.porchlight.engine.worker.JobsInHand;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves the application's and the broker's time together, forward only, and only when nothing is in
 * flight: no command waits to be sent, no job is open, every timer that is due has fired, every
 * text that may leave has left, and all of that is in our tables. All tests of a run share it: a
 * test starts its paths, steps, and asserts only about its own case.
 */
@Component
public class ProcessClock {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** What goes from one partition or part to the next, seen by neither, has come by then. */
  private static final Duration ON_THE_WAY = Duration.ofMillis(100);

  /** Quiet where the broker does not say that all it did was given out. */
  private static final Duration LONG_QUIET = Duration.ofMillis(600);

  private final TestClock clock;
  private final JdbcClient jdbc;
  private final JobsInHand jobs;
  private final BrokerManagement broker;

  ProcessClock(TestClock clock, JdbcClient jdbc, JobsInHand jobs, BrokerManagement broker) {
    this.clock = clock;
    this.jdbc = jdbc;
    this.jobs = jobs;
    this.broker = broker;
  }

  /** Tests and broker begin at the same moment. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    TestServers.broker();
    bringBrokerUpToDate();
  }

  public Instant now() {
    return clock.instant();
  }

  /** Waits until nothing is in flight, moves both clocks, and waits again. */
  public synchronized void advanceBy(Duration by) {
    awaitQuiet();
    step(by);
  }

  /** From rest to rest. */
  private void step(Duration by) {
    clock.advance(by);
    bringBrokerUpToDate();
    awaitQuiet();
  }

  /** Moves both clocks while something is away, so that nothing comes to rest. */
  public synchronized void advanceUnsettled(Duration by) {
    clock.advance(by);
    bringBrokerUpToDate();
  }

  /**
   * Moves to the earliest timer that any instance waits for, just past it.
   *
   * @return the new time, or nothing where no instance waits by time
   */
  public synchronized Optional<Instant> advanceToNextDue() {
    awaitQuiet();
    Optional<Instant> due =
        jdbc.sql("select min(due) as due from engine.timer")
            .query((row, i) -> Optional.ofNullable(row.getTimestamp("due")))
            .single()
            .map(Timestamp::toInstant);
    due.ifPresent(
        instant -> {
          Duration ahead = Duration.between(clock.instant(), instant).plusMillis(50);
          step(ahead.isNegative() ? Duration.ZERO : ahead);
        });
    return due.map(instant -> clock.instant());
  }

  /** Steps from due instant to due instant, at most until the given one. */
  public synchronized void advanceTo(Instant end) {
    awaitQuiet();
    while (clock.instant().isBefore(end)) {
      Instant next =
          jdbc.sql(
                  """
                  select min(due) as due from (
                    select due from engine.timer
                    union all select due_at from messaging.intent where state = 'WAITING') open
                  where due < :end
                  """)
              .param("end", Timestamp.from(end))
              .query((row, i) -> Optional.ofNullable(row.getTimestamp("due")))
              .single()
              .map(Timestamp::toInstant)
              .orElse(end);
      Duration ahead = Duration.between(clock.instant(), next).plusMillis(50);
      step(ahead.isNegative() ? Duration.ZERO : ahead);
    }
  }

  /**
   * Returns when nothing has been in flight for a moment, and all that the broker had done in that
   * moment is in our tables. Tests of texts alone may have moved the application's time: the broker
   * follows, or timers that are due would never fire.
   */
  public void awaitQuiet() {
    bringBrokerUpToDate();
    Calm calm = new Calm();
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(calm::lasts);
  }

  /** Since when nothing has been in flight, and how far the broker had come a moment later. */
  private final class Calm {

    private long since = System.nanoTime();
    private Map<Integer, Long> done = Map.of();

    boolean lasts() {
      if (!inFlight().isEmpty()) {
        since = System.nanoTime();
        done = Map.of();
        return false;
      }
      Duration calm = Duration.ofNanos(System.nanoTime() - since);
      if (done.isEmpty()) {
        if (calm.compareTo(ON_THE_WAY) >= 0) {
          done = broker.processed();
        }
        return false;
      }
      return calm.compareTo(LONG_QUIET) >= 0 || broker.hasExported(done) && inFlight().isEmpty();
    }
  }

  /** What is in flight, for a test that waits in vain; empty when nothing is. */
  public String inFlight() {
    String rows =
        jdbc.sql(
                """
                select coalesce(string_agg(what, ', '), '') from (
                  select 'command ' || name as what from engine.command where state = 'PENDING'
                  union all
                  select 'completion ' || name from engine.command
                    where state = 'SENT' and kind = 'COMPLETE'
                    -- Pages' tests complete tasks that no engine has.
                    and last_error is distinct from 'HTTP_404'
                  union all
                  select 'job of ' || e.element_id from engine.active_element e
                    where e.element_type in ('SERVICE_TASK', 'SEND_TASK', 'BUSINESS_RULE_TASK')
                    and not exists (select 1 from engine.incident i where i.resolved_at is null
                      and i.process_instance_key = e.process_instance_key)
                  union all
                  select 'text ' || purpose from messaging.intent
                    where state = 'WAITING' and due_at < cast(:now as timestamptz)
                  union all
                  select 'timer ' || t.element_id from engine.timer t
                    where t.due < cast(:now as timestamptz)
                    and not exists (select 1 from engine.incident i where i.resolved_at is null
                      and i.process_instance_key = t.process_instance_key)
                ) open
                """)
            .param("now", Timestamp.from(clock.instant().minusMillis(20)))
            .query(String.class)
            .single();
    return jobs.count() > 0 ? rows + " jobs in hand: " + jobs.count() : rows;
  }

  private void bringBrokerUpToDate() {
    long behind = clock.instant().toEpochMilli() - broker.epochMilli();
    if (behind > 0) {
      broker.advance(Duration.ofMillis(behind));
    }
  }
}
