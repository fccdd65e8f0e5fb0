package org.porchlight.identification.internal;

import java.util.List;
import java.util.Optional;
import org.porchlight.identification.ProposedFamily.Reason;

/**
 * One visit reaches several children: points for each chronically absent student beyond the first.
 */
final class ChronicSiblingsPolicy implements RankingPolicy {

  private final int pointsPerSibling;

  ChronicSiblingsPolicy(int pointsPerSibling) {
    this.pointsPerSibling = pointsPerSibling;
  }

  @Override
  public Optional<Reason> reason(Candidate candidate) {
    int students = candidate.absentees().size();
    return students < 2 || pointsPerSibling == 0
        ? Optional.empty()
        : Optional.of(new Reason("SIBLINGS", (students - 1) * pointsPerSibling, List.of(students)));
  }
}
