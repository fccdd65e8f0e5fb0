package org.porchlight.identification.internal;

import java.util.List;
import java.util.Optional;
import org.porchlight.attendance.AttendanceRate.Band;
import org.porchlight.identification.ProposedFamily.Figures;
import org.porchlight.identification.ProposedFamily.Reason;

/**
 * The band of the student who missed most: severe (20 % and more) before moderate (10 % and more).
 */
final class SeverityPolicy implements RankingPolicy {

  private final int severePoints;
  private final int moderatePoints;

  SeverityPolicy(int severePoints, int moderatePoints) {
    this.severePoints = severePoints;
    this.moderatePoints = moderatePoints;
  }

  @Override
  public Optional<Reason> reason(Candidate candidate) {
    Figures worst = candidate.worst();
    List<Integer> numbers = List.of(worst.absences(), worst.enrolledDays(), worst.percent());
    return Optional.of(
        worst.band() == Band.SEVERE_CHRONIC
            ? new Reason("SEVERE", severePoints, numbers)
            : new Reason("MODERATE", moderatePoints, numbers));
  }
}
