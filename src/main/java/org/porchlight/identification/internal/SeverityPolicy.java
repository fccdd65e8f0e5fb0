package org.porchlight.identification.internal;

import java.util.List;
import java.util.Optional;
import org.porchlight.attendance.AttendanceRate.Band;
import org.porchlight.identification.ProgramSettings.Weights;
import org.porchlight.identification.ProposedFamily.Figures;
import org.porchlight.identification.ProposedFamily.Reason;

/**
 * How much the student who missed most has missed: severe before chronic (10 %, the law's) before
 * at risk. A family of entrants without history says so.
 */
final class SeverityPolicy implements RankingPolicy {

  private final Weights weights;
  private final int severePercent;

  SeverityPolicy(Weights weights, int severePercent) {
    this.weights = weights;
    this.severePercent = severePercent;
  }

  @Override
  public Optional<Reason> reason(Candidate candidate) {
    if (candidate.absentees().getFirst().withoutHistory()) {
      return Optional.of(new Reason("NO_HISTORY", 0, List.of(candidate.absentees().size())));
    }
    Figures worst = candidate.worst();
    List<Integer> numbers = List.of(worst.absences(), worst.enrolledDays(), worst.percent());
    if (Thresholds.atLeast(worst.absences(), worst.enrolledDays(), severePercent)) {
      return Optional.of(new Reason("SEVERE", weights.severe(), numbers));
    }
    return Optional.of(
        worst.band() == Band.MODERATE_CHRONIC || worst.band() == Band.SEVERE_CHRONIC
            ? new Reason("MODERATE", weights.moderate(), numbers)
            : new Reason("AT_RISK", weights.atRisk(), numbers));
  }
}
