package org.porchlight.referrals.owner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.porchlight.cases.CaseView;
import org.porchlight.engine.Decisions;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.referrals.loop.TakenOn;
import org.porchlight.roster.SchoolCalendars;
import org.springframework.stereotype.Component;

/** When something has waited too long: by the decision {@code escalation}, in working hours. */
@Component
public class Deadlines {

  private static final String DECISION = "escalation";

  /** So that what is waited for may come at the last moment before somebody above looks. */
  private static final Duration GRACE = Duration.ofHours(1);

  private final Decisions decisions;
  private final Programs programs;
  private final SchoolCalendars calendars;
  private final LoopProperties settings;
  private final Clock clock;

  Deadlines(
      Decisions decisions,
      Programs programs,
      SchoolCalendars calendars,
      LoopProperties settings,
      Clock clock) {
    this.decisions = decisions;
    this.programs = programs;
    this.calendars = calendars;
    this.settings = settings;
    this.clock = clock;
  }

  /** Counted from another instant than now, at the owner's level. */
  public Instant after(TakenOn taken, WaitsFor what, Instant from) {
    return of(taken, what, 0, from);
  }

  /** Counted from now, at the owner's level. */
  public Instant of(TakenOn taken, WaitsFor what) {
    return of(taken, what, 0);
  }

  public Instant of(TakenOn taken, WaitsFor what, int level) {
    return of(taken, what, level, clock.instant());
  }

  private Instant of(TakenOn taken, WaitsFor what, int level, Instant from) {
    Map<String, Object> decided =
        decisions.evaluate(
            DECISION,
            Map.of(
                "waitsFor",
                what.code(),
                "kind",
                taken.help().kind().name().toLowerCase(Locale.ROOT),
                "urgent",
                taken.help().urgent(),
                "level",
                level));
    if (!(decided.get("workingHours") instanceof Number hours)) {
      throw new IllegalStateException(DECISION + " says no working hours");
    }
    return workingTime(taken.about()).after(from, Duration.ofHours(hours.longValue()));
  }

  /**
   * When to look whether it moves. Not only once it falls due: its next step may fall due before
   * that, though not before what is soonest if it began now.
   */
  public Instant nextLook(TakenOn taken) {
    Instant soonest = taken.help().watchAt();
    for (WaitsFor what : WaitsFor.values()) {
      Instant due = of(taken, what);
      soonest = due.isBefore(soonest) ? due : soonest;
    }
    return soonest;
  }

  /** A little later in working time: for who looks after those who wait. */
  public Instant soonAfter(TakenOn taken, Instant until) {
    return workingTime(taken.about()).after(until, GRACE);
  }

  /** As the engine takes it: ISO-8601 with offset. */
  public String text(TakenOn taken, Instant instant) {
    return instant.atZone(calendars.zone(taken.about().district())).toOffsetDateTime().toString();
  }

  private WorkingTime workingTime(CaseView about) {
    ProgramSettings program = programs.current(about.district());
    ZoneId zone = calendars.zone(about.district());
    return new WorkingTime(
        zone,
        settings.dayBegins(),
        settings.dayEnds(),
        day -> program.worksOn(day, calendars.schoolDay(about.district(), about.school(), day)));
  }
}
