package org.porchlight.identification.internal;

import java.util.List;
import java.util.Optional;
import org.porchlight.identification.ProposedFamily.Reason;
import org.springframework.stereotype.Component;

/** Who is visited first: the sum of what the named policies say, each kept as a reason. */
@Component
class Ranking {

  private final List<RankingPolicy> policies;

  @org.springframework.beans.factory.annotation.Autowired
  Ranking(IdentificationProperties weights) {
    this(
        List.of(
            new SeverityPolicy(weights.severePoints(), weights.moderatePoints()),
            new MissedSharePolicy(weights.pointsPerPercent()),
            new ChronicSiblingsPolicy(weights.pointsPerSibling()),
            new TransitionGradePolicy(weights.transitionGrades(), weights.transitionPoints())));
  }

  Ranking(List<RankingPolicy> policies) {
    this.policies = policies;
  }

  Ranked rank(Candidate candidate) {
    List<Reason> reasons =
        policies.stream()
            .map(policy -> policy.reason(candidate))
            .flatMap(Optional::stream)
            .toList();
    return new Ranked(candidate, reasons.stream().mapToInt(Reason::points).sum(), reasons);
  }

  /** A candidate with its place. */
  record Ranked(Candidate candidate, int score, List<Reason> reasons) {}
}
