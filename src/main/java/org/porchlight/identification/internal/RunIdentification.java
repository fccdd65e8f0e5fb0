package org.porchlight.identification.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.identification.DecisionRefused;
import org.porchlight.identification.IdentificationRuns;
import org.porchlight.identification.RunReport;
import org.porchlight.identification.ServedFamilies;
import org.porchlight.identification.internal.DecisionLog.Decision;
import org.porchlight.identification.internal.DecisionLog.Kind;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RunIdentification implements IdentificationRuns {

  /**
   * A case opens seconds after its acceptance; after a day without one, reconciling is the engine's
   * business and not ours.
   */
  private static final Duration CASE_OPENS_WITHIN = Duration.ofDays(1);

  private final AttendanceRates rates;
  private final Candidates candidates;
  private final Ranking ranking;
  private final ProposalStore proposals;
  private final RunStore runs;
  private final DecisionLog log;
  private final SchoolCalendars calendars;
  private final ObjectProvider<ServedFamilies> served;
  private final Clock clock;

  RunIdentification(
      AttendanceRates rates,
      Candidates candidates,
      Ranking ranking,
      ProposalStore proposals,
      RunStore runs,
      DecisionLog log,
      SchoolCalendars calendars,
      ObjectProvider<ServedFamilies> served,
      Clock clock) {
    this.rates = rates;
    this.candidates = candidates;
    this.ranking = ranking;
    this.proposals = proposals;
    this.runs = runs;
    this.log = log;
    this.calendars = calendars;
    this.served = served;
    this.clock = clock;
  }

  @Override
  @Transactional
  public RunReport run(DistrictId district, @Nullable LocalDate asOf, @Nullable UserId by) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(calendars.zone(district)).toLocalDate();
    LocalDate date =
        asOf != null
            ? asOf
            : rates
                .latestDate(district)
                .orElseThrow(() -> DecisionRefused.because(DecisionRefused.Code.NO_ATTENDANCE));
    if (date.isAfter(today)) {
      throw DecisionRefused.because(DecisionRefused.Code.DATE_IN_FUTURE);
    }
    proposals.lock(district);
    List<Candidate> found = candidates.of(district, date);
    RunPlan plan =
        RunPlan.of(
            found.stream().map(ranking::rank).toList(),
            date,
            proposals.open(district),
            servedNow(district, now),
            proposals.onHold(district, today));
    RunReport report =
        new RunReport(
            UUID.randomUUID(),
            date,
            found.stream().mapToInt(candidate -> candidate.absentees().size()).sum(),
            found.size(),
            plan.propose().size(),
            plan.refresh().size(),
            plan.lapse().size(),
            plan.served(),
            plan.onHold());
    runs.add(report, district, by, now);
    write(plan, report, district, now);
    return report;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<RunReport> latest(DistrictId district) {
    return runs.latest(district);
  }

  private void write(RunPlan plan, RunReport run, DistrictId district, Instant now) {
    plan.propose()
        .forEach(ranked -> proposals.propose(district, run.id(), run.asOf(), ranked, now));
    plan.refresh().forEach((id, ranked) -> proposals.refresh(id, run.id(), run.asOf(), ranked));
    plan.lapse()
        .forEach(
            (id, family) -> {
              proposals.close(id, "LAPSED", null, now, null);
              log.add(new Decision(id, family, Kind.LAPSED, null, null, null, null, now));
            });
  }

  private Set<FamilyId> servedNow(DistrictId district, Instant now) {
    Set<FamilyId> all =
        new HashSet<>(proposals.acceptedSince(district, now.minus(CASE_OPENS_WITHIN)));
    served.stream().forEach(source -> all.addAll(source.served(district)));
    return all;
  }
}
