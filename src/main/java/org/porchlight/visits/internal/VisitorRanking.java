package org.porchlight.visits.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders visitors for a family, each with reasons, and suggests the two who fit best together. */
final class VisitorRanking {

  /** One from the school and one from the community: points for a pair. */
  private static final int MIX = 15;

  /** Two who are never free at the same time: points against the pair. */
  private static final int NEVER_TOGETHER = -100;

  private static final List<VisitorPolicy> POLICIES =
      List.of(
          new SeenBeforePolicy(),
          new LanguagePolicy(),
          new AvailabilityPolicy(),
          new FamilyTimesPolicy(),
          new DistancePolicy(),
          new CaseloadPolicy(),
          new SameSchoolPolicy(),
          new NamesakePolicy());

  private VisitorRanking() {}

  static List<RankedVisitor> rank(List<VisitorCandidate> candidates) {
    return candidates.stream()
        .map(VisitorRanking::rank)
        .sorted(
            Comparator.comparingInt(RankedVisitor::points)
                .reversed()
                .thenComparing(ranked -> ranked.visitor().user().toString()))
        .toList();
  }

  private static RankedVisitor rank(VisitorCandidate candidate) {
    List<VisitorPolicy.Fit> fits =
        POLICIES.stream().map(policy -> policy.fit(candidate)).flatMap(Optional::stream).toList();
    return new RankedVisitor(
        candidate.visitor(), fits.stream().mapToInt(VisitorPolicy.Fit::points).sum(), fits);
  }

  /**
   * The best two. Where somebody speaks the family's language, one of the two does; where nobody
   * does, an interpreter will be needed.
   */
  static Optional<Suggestion> suggest(List<RankedVisitor> ranked, @Nullable String language) {
    boolean needed =
        language != null && ranked.stream().anyMatch(one -> one.visitor().fluentIn(language));
    Suggestion best = null;
    for (int i = 0; i < ranked.size(); i++) {
      for (int j = i + 1; j < ranked.size(); j++) {
        Suggestion pair = Suggestion.of(ranked.get(i), ranked.get(j));
        if (needed && language != null && !pair.speaks(language)) {
          continue;
        }
        if (best == null || pair.points() > best.points()) {
          best = pair;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  record RankedVisitor(Visitor visitor, int points, List<VisitorPolicy.Fit> fits) {}

  record Suggestion(Visitor first, Visitor second, int points) {

    static Suggestion of(RankedVisitor first, RankedVisitor second) {
      int mix = first.visitor().kind() == second.visitor().kind() ? 0 : MIX;
      boolean together = first.visitor().availability().meets(second.visitor().availability());
      return new Suggestion(
          first.visitor(),
          second.visitor(),
          first.points() + second.points() + mix + (together ? 0 : NEVER_TOGETHER));
    }

    boolean speaks(String language) {
      return first.fluentIn(language) || second.fluentIn(language);
    }
  }
}
