package org.porchlight.identification.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.engine.ProcessRoots;
import org.porchlight.identification.IdentificationRuns.StaleSchool;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the process {@code identify-families}. Each may run twice. */
@Service
@Transactional
public class LookSteps {

  /** So that the districts of an installation do not all begin in the same second. */
  private static final int SPREAD_MINUTES = 30;

  private final ProgramStore programs;
  private final ScheduleStore schedules;
  private final ProcessRoots roots;
  private final ProposeFamilies propose;
  private final AttendanceRates rates;
  private final Freshness freshness;
  private final SchoolCalendars calendars;
  private final IdentificationProperties properties;
  private final Clock clock;

  LookSteps(
      ProgramStore programs,
      ScheduleStore schedules,
      ProcessRoots roots,
      ProposeFamilies propose,
      AttendanceRates rates,
      Freshness freshness,
      SchoolCalendars calendars,
      IdentificationProperties properties,
      Clock clock) {
    this.programs = programs;
    this.schedules = schedules;
    this.roots = roots;
    this.propose = propose;
    this.rates = rates;
    this.freshness = freshness;
    this.calendars = calendars;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whether this instance is the district's one. */
  public boolean claim(DistrictId district, int run, long rootInstanceKey) {
    return schedules.find(district).filter(schedule -> schedule.isRun(run)).isPresent()
        && roots.claim(district.value(), run, rootInstanceKey);
  }

  /**
   * When it looks next, and the inputs of the decision; {@code wanted} false: not any more, and
   * then the schedule has stopped.
   */
  public Map<String, Object> plan(DistrictId district) {
    programs.lock(district);
    ProgramSettings settings = programs.current(district);
    ZonedDateTime next = nextLook(district, settings);
    Map<String, Object> plan = new HashMap<>();
    plan.put("wanted", settings.lookEachSchoolDay());
    plan.put("lookAt", next.toOffsetDateTime().toString());
    plan.putAll(Thresholds.inputs(settings, settings.summer().covers(next.toLocalDate())));
    if (!settings.lookEachSchoolDay()) {
      schedules.stop(district);
    }
    return plan;
  }

  /**
   * Proposes within the week's capacity. A timer that fires late looks at the day that it is:
   * without attendance, or when the program does not look any more, nothing happens.
   *
   * @param decided the outputs of the decision
   */
  public void propose(DistrictId district, Map<String, Object> decided) {
    ProgramSettings settings = programs.current(district);
    if (!settings.lookEachSchoolDay()) {
      return;
    }
    LocalDate today = clock.instant().atZone(calendars.zone(district)).toLocalDate();
    Thresholds thresholds = Thresholds.of(decided, settings.eligibility());
    List<StaleSchool> stale = thresholds.lastYear() ? List.of() : freshness.stale(district, today);
    rates
        .latestDate(district)
        .ifPresent(newest -> propose.propose(district, newest, settings, thresholds, stale, null));
  }

  private ZonedDateTime nextLook(DistrictId district, ProgramSettings settings) {
    ZonedDateTime now = clock.instant().atZone(calendars.zone(district));
    LocalTime at =
        properties
            .looksAt()
            .plusMinutes(Math.floorMod(district.value().hashCode(), SPREAD_MINUTES));
    LocalDate day = now.toLocalDate();
    if (!now.toLocalTime().isBefore(at)) {
      day = day.plusDays(1);
    }
    // A calendar without any school day left: look again in four months rather than never.
    LocalDate latest = day.plusDays(120);
    while (!works(district, settings, day) && day.isBefore(latest)) {
      day = day.plusDays(1);
    }
    return day.atTime(at).atZone(now.getZone()).truncatedTo(ChronoUnit.SECONDS);
  }

  private boolean works(DistrictId district, ProgramSettings settings, LocalDate day) {
    return settings.worksOn(day, calendars.schoolDay(district, null, day));
  }
}
