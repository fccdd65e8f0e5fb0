package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.internal.VisitorPolicy.Fit;
import org.porchlight.visits.internal.VisitorRanking.RankedVisitor;

class VisitorRankingTest {

  private final Visitor visitor = VisitorsMade.speaking("en", LanguageLevel.NATIVE);

  @Test
  void shouldPreferFluencyInTheHomeLanguage() {
    assertThat(new LanguagePolicy().fit(candidate(LanguageLevel.FLUENT, 0, false, 0)))
        .contains(new Fit("SPEAKS_FLUENTLY", 40, 0));
    assertThat(new LanguagePolicy().fit(candidate(LanguageLevel.BASIC, 0, false, 0)))
        .contains(new Fit("SPEAKS_SOME", 10, 0));
    assertThat(new LanguagePolicy().fit(candidate(null, 0, false, 0))).isEmpty();
  }

  @Test
  void shouldPreferWhoeverHasRoom() {
    assertThat(new CaseloadPolicy().fit(candidate(null, 0, false, 0)))
        .contains(new Fit("CASELOAD", 20, 0));
    assertThat(new CaseloadPolicy().fit(candidate(null, 4, false, 0)))
        .contains(new Fit("CASELOAD", 4, 4));
    assertThat(new CaseloadPolicy().fit(candidate(null, 5, false, 0)))
        .contains(new Fit("CASELOAD_FULL", -50, 5));
  }

  @Test
  void shouldPreferTheStudentsSchool() {
    assertThat(new SameSchoolPolicy().fit(candidate(null, 0, true, 0)))
        .contains(new Fit("SAME_SCHOOL", 10, 0));
    assertThat(new SameSchoolPolicy().fit(candidate(null, 0, false, 0))).isEmpty();
  }

  @Test
  void shouldPreferAFaceThatTheFamilyKnows() {
    assertThat(new SeenBeforePolicy().fit(candidate(null, 0, false, 2)))
        .contains(new Fit("SEEN_BEFORE", 60, 2));
    assertThat(new SeenBeforePolicy().fit(candidate(null, 0, false, 0))).isEmpty();
  }

  @Test
  void shouldOrderByTheSumOfReasons() {
    VisitorCandidate plain = candidate(null, 0, false, 0);
    VisitorCandidate known = candidate(LanguageLevel.FLUENT, 0, true, 1);

    assertThat(VisitorRanking.rank(List.of(plain, known)))
        .extracting(RankedVisitor::points)
        .containsExactly(130, 20);
  }

  @Test
  void shouldSuggestOneFromSchoolAndOneFromTheCommunityWhenTheyFitEqually() {
    Visitor community = VisitorsMade.visitor(VisitorKind.COMMUNITY, Map.of());
    List<RankedVisitor> ranked =
        List.of(
            ranked(visitor, 20),
            ranked(VisitorsMade.visitor(VisitorKind.SCHOOL, Map.of()), 20),
            ranked(community, 18));

    assertThat(VisitorRanking.suggest(ranked, null).orElseThrow())
        .satisfies(pair -> assertThat(List.of(pair.first(), pair.second())).contains(community));
  }

  @Test
  void shouldSuggestAPairThatCanTalkWithTheFamily() {
    Visitor speaker = VisitorsMade.speaking("ht", LanguageLevel.FLUENT);
    List<RankedVisitor> ranked =
        List.of(
            ranked(visitor, 90),
            ranked(VisitorsMade.speaking("en", LanguageLevel.NATIVE), 80),
            ranked(speaker, -40));

    assertThat(VisitorRanking.suggest(ranked, "ht").orElseThrow().speaks("ht")).isTrue();
    assertThat(VisitorRanking.suggest(ranked, "vi")).isPresent();
    assertThat(VisitorRanking.suggest(ranked.subList(0, 1), "ht")).isEmpty();
  }

  private VisitorCandidate candidate(
      @Nullable LanguageLevel level, int families, boolean sameSchool, int earlier) {
    return new VisitorCandidate(visitor, level, families, sameSchool, earlier);
  }

  private static RankedVisitor ranked(Visitor visitor, int points) {
    return new RankedVisitor(visitor, points, List.of());
  }
}
