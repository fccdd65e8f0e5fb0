package org.porchlight.identification.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.engine.Decisions;
import org.porchlight.identification.DecisionRefused;
import org.porchlight.identification.IdentificationRuns;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.identification.RunReport;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RunIdentification implements IdentificationRuns {

  private final Programs programs;
  private final Decisions decisions;
  private final ProposeFamilies propose;
  private final AttendanceRates rates;
  private final Freshness freshness;
  private final RunStore runs;
  private final SchoolCalendars calendars;
  private final Clock clock;

  RunIdentification(
      Programs programs,
      Decisions decisions,
      ProposeFamilies propose,
      AttendanceRates rates,
      Freshness freshness,
      RunStore runs,
      SchoolCalendars calendars,
      Clock clock) {
    this.programs = programs;
    this.decisions = decisions;
    this.propose = propose;
    this.rates = rates;
    this.freshness = freshness;
    this.runs = runs;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  @Transactional
  public RunReport run(DistrictId district, @Nullable LocalDate asOf, @Nullable UserId by) {
    ProgramSettings settings = programs.current(district);
    LocalDate today = today(district);
    boolean summer = settings.summer().covers(today);
    Thresholds thresholds =
        Thresholds.of(
            decisions.evaluate(Thresholds.DECISION, Thresholds.inputs(settings, summer)),
            settings.eligibility());
    LocalDate date = asOf != null ? asOf : newest(district);
    if (date.isAfter(today)) {
      throw DecisionRefused.because(DecisionRefused.Code.DATE_IN_FUTURE);
    }
    return propose.propose(district, date, settings, thresholds, List.of(), by);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<RunReport> latest(DistrictId district) {
    return runs.latest(district);
  }

  @Override
  @Transactional(readOnly = true)
  public List<StaleSchool> stale(DistrictId district) {
    LocalDate today = today(district);
    return programs.current(district).summer().covers(today)
        ? List.of()
        : freshness.stale(district, today);
  }

  private LocalDate newest(DistrictId district) {
    return rates
        .latestDate(district)
        .orElseThrow(() -> DecisionRefused.because(DecisionRefused.Code.NO_ATTENDANCE));
  }

  private LocalDate today(DistrictId district) {
    return clock.instant().atZone(calendars.zone(district)).toLocalDate();
  }
}
