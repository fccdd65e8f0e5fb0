package org.porchlight.embedded.clock;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Moves the whole demonstration through time: application, engine and simulator together, from due
 * instant to due instant, so that what should happen on the way happens in its order.
 */
class DemoTime {

  private static final Logger log = LoggerFactory.getLogger(DemoTime.class);
  private static final Duration STEP = Duration.ofHours(6);
  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(30);

  /** What one step leads to shows in our tables a moment later. */
  private static final int QUIET_LOOKS = 2;

  private static final LocalTime MORNING = LocalTime.of(10, 0);

  private final DemoClock clock;
  private final BrokerTime broker;
  private final JdbcClient jdbc;
  private final ZoneId zone;
  private final AtomicBoolean brokerFollows = new AtomicBoolean(true);

  DemoTime(DemoClock clock, BrokerTime broker, JdbcClient jdbc, ZoneId zone) {
    this.clock = clock;
    this.broker = broker;
    this.jdbc = jdbc;
    this.zone = zone;
  }

  ZonedDateTime now() {
    return clock.instant().atZone(zone);
  }

  /** The next weekday's 10:00, when texts may go out. */
  ZonedDateTime nextMorning() {
    ZonedDateTime morning = now().with(MORNING);
    do {
      morning = morning.isAfter(now()) && !weekend(morning) ? morning : morning.plusDays(1);
    } while (weekend(morning) || !morning.isAfter(now()));
    return morning;
  }

  private static boolean weekend(ZonedDateTime day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /**
   * Goes there by way of everything that is due before; one at a time. A time in the past is
   * refused.
   */
  synchronized void goTo(Instant target) {
    if (target.isBefore(clock.instant())) {
      throw new IllegalArgumentException("The demo's time only moves forward: choose a later time");
    }
    while (clock.instant().isBefore(target)) {
      Instant next = nextDue(target);
      clock.advance(positive(Duration.between(clock.instant(), next)));
      bringBrokerAlong();
      settle();
    }
  }

  /** A started or restarted broker has real time until then. */
  @Scheduled(fixedDelay = 1000)
  void bringBrokerAlong() {
    if (clock.ahead().isZero()) {
      return;
    }
    try {
      broker.follow(clock.instant());
      brokerFollows.set(true);
    } catch (IOException e) {
      if (brokerFollows.getAndSet(false)) {
        log.warn("The broker does not follow the demo's time yet: {}", e.getMessage());
      }
    }
  }

  private Instant nextDue(Instant target) {
    Instant step = clock.instant().plus(STEP);
    Instant latest = step.isBefore(target) ? step : target;
    return jdbc.sql("select min(due) as due from engine.timer where due > :now and due < :latest")
        .param("now", Timestamp.from(clock.instant()))
        .param("latest", Timestamp.from(latest))
        .query((row, i) -> row.getTimestamp("due"))
        .optional()
        .map(due -> due.toInstant().plusMillis(50))
        .orElse(latest);
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /** Waits a little for what has come due; a demonstration goes on if something takes longer. */
  private void settle() {
    Clock real = Clock.systemUTC();
    Instant until = real.instant().plus(SETTLES_WITHIN);
    int quiet = 0;
    do {
      try {
        wait(300);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      quiet = busy() ? 0 : quiet + 1;
    } while (quiet < QUIET_LOOKS && real.instant().isBefore(until));
  }

  private boolean busy() {
    return jdbc.sql(
            """
            select exists (select from engine.timer where due <= :now)
              or exists (select from engine.command where state = 'PENDING')
              or exists (select from engine.active_element e
                where e.element_type in ('SERVICE_TASK', 'SEND_TASK', 'BUSINESS_RULE_TASK')
                and not exists (select from engine.incident i where i.resolved_at is null
                  and i.process_instance_key = e.process_instance_key))
              or exists (select from messaging.intent where state = 'WAITING' and due_at <= :now)
            """)
        .param("now", Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }
}
