package org.porchlight.identification.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.porchlight.identification.ProposedFamily.Reason;

/**
 * A student new to elementary, middle or high school: the transition points that programs may
 * target first.
 */
final class TransitionGradePolicy implements RankingPolicy {

  private final Set<String> grades;
  private final int points;

  /** {@code grades} as rosters write them, in any case; a leading zero makes no difference. */
  TransitionGradePolicy(Set<String> grades, int points) {
    this.grades =
        grades.stream()
            .map(TransitionGradePolicy::plain)
            .collect(java.util.stream.Collectors.toSet());
    this.points = points;
  }

  @Override
  public Optional<Reason> reason(Candidate candidate) {
    int students =
        (int)
            candidate.absentees().stream()
                .filter(
                    absentee ->
                        absentee.grade() != null && grades.contains(plain(absentee.grade())))
                .count();
    return students == 0 || points == 0
        ? Optional.empty()
        : Optional.of(new Reason("TRANSITION_GRADE", points, List.of(students)));
  }

  private static String plain(String grade) {
    String lower = grade.strip().toLowerCase(Locale.ROOT);
    return lower.length() > 1 && lower.startsWith("0") ? lower.substring(1) : lower;
  }
}
