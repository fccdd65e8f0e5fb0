package org.porchlight.identification.internal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.IdentificationRuns.StaleSchool;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.RunReport;
import org.porchlight.identification.ServedFamilies;
import org.porchlight.identification.internal.DecisionLog.Decision;
import org.porchlight.identification.internal.DecisionLog.Kind;
import org.porchlight.identification.internal.RunPlan.Situation;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One run: finds, ranks, proposes, in the caller's transaction. */
@Component
class ProposeFamilies {

  /**
   * A case opens seconds after its acceptance; after a day without one, reconciling is the engine's
   * business and not ours.
   */
  private static final Duration CASE_OPENS_WITHIN = Duration.ofDays(1);

  private final Candidates candidates;
  private final ProposalStore proposals;
  private final RunStore runs;
  private final DecisionLog log;
  private final SchoolCalendars calendars;
  private final ObjectProvider<ServedFamilies> served;
  private final Clock clock;

  ProposeFamilies(
      Candidates candidates,
      ProposalStore proposals,
      RunStore runs,
      DecisionLog log,
      SchoolCalendars calendars,
      ObjectProvider<ServedFamilies> served,
      Clock clock) {
    this.candidates = candidates;
    this.proposals = proposals;
    this.runs = runs;
    this.log = log;
    this.calendars = calendars;
    this.served = served;
    this.clock = clock;
  }

  /**
   * @param stale schools whose families are left as they are
   */
  RunReport propose(
      DistrictId district,
      LocalDate asOf,
      ProgramSettings settings,
      Thresholds thresholds,
      List<StaleSchool> stale,
      @Nullable UserId by) {
    Instant now = clock.instant();
    ZoneId zone = calendars.zone(district);
    LocalDate today = now.atZone(zone).toLocalDate();
    proposals.lock(district);
    List<Candidate> found = candidates.of(district, asOf, today, settings, thresholds);
    Instant monday =
        today
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .atStartOfDay(zone)
            .toInstant();
    RunPlan plan =
        RunPlan.of(
            new Ranking(settings).rank(found),
            asOf,
            new Situation(
                proposals.open(district),
                servedNow(district, now),
                proposals.onHold(district, today),
                stale.stream().map(StaleSchool::school).collect(Collectors.toSet()),
                settings.weeklyCapacity(),
                proposals.acceptedSince(district, monday).size()));
    RunReport report =
        new RunReport(
            UUID.randomUUID(),
            asOf,
            found.stream().mapToInt(candidate -> candidate.absentees().size()).sum(),
            found.size(),
            plan.propose().size(),
            plan.refresh().size(),
            plan.lapse().size(),
            plan.served(),
            plan.onHold(),
            plan.waiting(),
            plan.paused(),
            settings.version(),
            thresholds.lastYear());
    runs.add(report, district, by, now);
    write(plan, report, district, now);
    return report;
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
