package org.porchlight.identification.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.porchlight.identification.ProposedFamily.Reason;

/** A student new to elementary, middle or high school. */
final class TransitionGradePolicy implements RankingPolicy {

  private final Set<String> grades;
  private final int points;

  /** {@code grades} as rosters write them, see {@link Grades}. */
  TransitionGradePolicy(Set<String> grades, int points) {
    this.grades = Grades.plain(grades);
    this.points = points;
  }

  @Override
  public Optional<Reason> reason(Candidate candidate) {
    int students =
        (int)
            candidate.absentees().stream()
                .filter(absentee -> Grades.in(grades, absentee.grade()))
                .count();
    return students == 0 || points == 0
        ? Optional.empty()
        : Optional.of(new Reason("TRANSITION_GRADE", points, List.of(students)));
  }
}
