package org.porchlight.identification.internal;

import java.util.List;
import java.util.Optional;
import org.porchlight.identification.ProposedFamily.Reason;
import org.porchlight.roster.StudentProfiles.Need;

/** A student has this need: points once for the family, however many children share it. */
final class NeedPolicy implements RankingPolicy {

  private final Need need;
  private final int points;

  NeedPolicy(Need need, int points) {
    this.need = need;
    this.points = points;
  }

  @Override
  public Optional<Reason> reason(Candidate candidate) {
    int students =
        (int) candidate.absentees().stream().filter(one -> one.needs().contains(need)).count();
    return students == 0 || points == 0
        ? Optional.empty()
        : Optional.of(new Reason(need.name(), points, List.of(students)));
  }
}
