package org.porchlight.identification.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.ProgramSettings.Weights;
import org.porchlight.identification.ProposedFamily.Reason;
import org.porchlight.roster.StudentProfiles.Need;

/** Who is visited first: the sum of what the named policies say, each kept as a reason. */
final class Ranking {

  private final List<RankingPolicy> policies;

  Ranking(ProgramSettings settings) {
    Weights weights = settings.weights();
    this.policies =
        List.of(
            new SeverityPolicy(weights, settings.eligibility().severePercent()),
            new MissedSharePolicy(weights.perPercent()),
            new WorseningPolicy(weights.worsening()),
            new ChronicSiblingsPolicy(weights.perSibling()),
            new TransitionGradePolicy(
                settings.targeting().transitionGrades(), weights.transitionGrade()),
            new NeedPolicy(Need.ENGLISH_LEARNER, weights.englishLearner()),
            new NeedPolicy(Need.FREE_OR_REDUCED_LUNCH, weights.freeOrReducedLunch()),
            new NeedPolicy(Need.HOMELESS, weights.homeless()),
            new NeedPolicy(Need.FOSTER, weights.foster()));
  }

  /** The greatest need first; of two alike, always the same one. */
  List<Ranked> rank(List<Candidate> candidates) {
    return candidates.stream()
        .map(this::rank)
        .sorted(
            Comparator.comparing(Ranked::score)
                .reversed()
                .thenComparing(ranked -> ranked.candidate().family().toString()))
        .toList();
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
