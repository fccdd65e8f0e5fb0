package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.MeetingWishes.Times;
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
    assertThat(new LanguagePolicy().fit(candidate(LanguageLevel.NATIVE, 0, false, 0)))
        .contains(new Fit("SPEAKS_NATIVELY", 45, 0));
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

  @Test
  void shouldPreferWhoeverIsFreeInEveningsAndWhenTheFamilyIs() {
    VisitorCandidate evenings = wishing(free("TUESDAY", 17, 20), Times.WEEKDAY_EVENINGS);
    VisitorCandidate mornings = wishing(free("TUESDAY", 9, 11), Times.WEEKDAY_EVENINGS);

    assertThat(new AvailabilityPolicy().fit(evenings)).contains(new Fit("FREE_LATE", 10, 1));
    assertThat(new AvailabilityPolicy().fit(mornings)).contains(new Fit("FREE", 5, 1));
    assertThat(new AvailabilityPolicy().fit(candidate(null, 0, false, 0))).isEmpty();
    assertThat(new FamilyTimesPolicy().fit(evenings)).contains(new Fit("FAMILYS_TIMES", 20, 0));
    assertThat(new FamilyTimesPolicy().fit(mornings))
        .contains(new Fit("NOT_FAMILYS_TIMES", -20, 0));
  }

  @Test
  void shouldLeaveItToAVisitorHowFarToGo() {
    assertThat(new DistancePolicy().fit(candidate(null, 0, false, 0))).isEmpty();
    assertThat(new DistancePolicy().fit(going(true))).contains(new Fit("GOES_THERE", 5, 0));
    assertThat(new DistancePolicy().fit(going(false))).contains(new Fit("TOO_FAR", -60, 0));
  }

  @Test
  void shouldPutAVisitorLastWhoHasTheNameOfAContact() {
    VisitorCandidate namesake =
        new VisitorCandidate(visitor, null, 0, true, 0, null, true, Set.of());

    assertThat(new NamesakePolicy().fit(namesake)).contains(new Fit("NAMESAKE", -200, 0));
    assertThat(VisitorRanking.rank(List.of(namesake, candidate(null, 4, false, 0))))
        .extracting(RankedVisitor::points)
        .containsExactly(4, -170);
  }

  @Test
  void shouldSuggestTwoWhoAreFreeAtTheSameTime() {
    List<RankedVisitor> ranked =
        List.of(
            ranked(free("MONDAY", 9, 12), 90),
            ranked(free("TUESDAY", 9, 12), 80),
            ranked(free("MONDAY", 11, 14), 20));

    assertThat(VisitorRanking.suggest(ranked, null).orElseThrow().points()).isEqualTo(110);
  }

  private static Visitor free(String day, int from, int until) {
    return VisitorsMade.free(
        new Availability(
            List.of(
                new Availability.Hours(
                    DayOfWeek.valueOf(day), LocalTime.of(from, 0), LocalTime.of(until, 0))),
            null,
            null,
            Set.of(),
            Set.of()));
  }

  private static VisitorCandidate wishing(Visitor visitor, Times wished) {
    return new VisitorCandidate(visitor, null, 0, false, 0, null, false, Set.of(wished));
  }

  private VisitorCandidate going(boolean there) {
    return new VisitorCandidate(visitor, null, 0, false, 0, there, false, Set.of());
  }

  private VisitorCandidate candidate(
      @Nullable LanguageLevel level, int families, boolean sameSchool, int earlier) {
    return new VisitorCandidate(
        visitor, level, families, sameSchool, earlier, null, false, Set.of());
  }

  private static RankedVisitor ranked(Visitor visitor, int points) {
    return new RankedVisitor(visitor, points, List.of());
  }
}
