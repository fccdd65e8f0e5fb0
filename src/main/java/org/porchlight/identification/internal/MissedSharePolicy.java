package org.porchlight.identification.internal;

import java.util.List;
import java.util.Optional;
import org.porchlight.identification.ProposedFamily.Reason;

/**
 * Within a band, more missed comes first: points for each percent of days that the student who
 * missed most has missed.
 */
final class MissedSharePolicy implements RankingPolicy {

  private final int pointsPerPercent;

  MissedSharePolicy(int pointsPerPercent) {
    this.pointsPerPercent = pointsPerPercent;
  }

  @Override
  public Optional<Reason> reason(Candidate candidate) {
    int percent = candidate.worst().percent();
    return percent == 0 || pointsPerPercent == 0
        ? Optional.empty()
        : Optional.of(new Reason("MISSED_SHARE", percent * pointsPerPercent, List.of(percent)));
  }
}
