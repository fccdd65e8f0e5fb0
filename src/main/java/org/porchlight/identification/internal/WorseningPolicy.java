package org.porchlight.identification.internal;

import java.util.List;
import java.util.Optional;
import org.porchlight.identification.ProposedFamily.Reason;
import org.porchlight.identification.internal.Candidate.Trend;

/** Somebody misses more in the last four weeks than before: early help counts most. */
final class WorseningPolicy implements RankingPolicy {

  private final int points;

  WorseningPolicy(int points) {
    this.points = points;
  }

  @Override
  public Optional<Reason> reason(Candidate candidate) {
    if (points == 0) {
      return Optional.empty();
    }
    return candidate.absentees().stream()
        .map(Candidate.Absentee::trend)
        .filter(trend -> trend != null && trend.worsening())
        .findFirst()
        .map(trend -> reason(trend));
  }

  private Reason reason(Trend trend) {
    return new Reason(
        "WORSENING", points, List.of(trend.missed(), trend.days(), trend.earlierPercent()));
  }
}
