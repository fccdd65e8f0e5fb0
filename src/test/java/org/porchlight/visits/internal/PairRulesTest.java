package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Duty;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.internal.PairRules.Member;
import org.porchlight.visits.internal.PairRules.Subject;

class PairRulesTest {

  private static final LocalDate DAY = VisitorsMade.TRAINED.plusDays(10);

  private final Member english = member("en", LanguageLevel.NATIVE);
  private final Member spanish = member("es", LanguageLevel.FLUENT);

  @Test
  void shouldAcceptTwoTrainedPeopleOfWhomOneSpeaksTheLanguage() {
    assertThat(PairRules.problems(english, spanish, DAY, "es-PR", null)).isEmpty();
  }

  @Test
  void shouldRefuseTheSamePersonTwice() {
    assertThat(PairRules.problems(spanish, spanish, DAY, "es", null))
        .containsOnlyKeys(Subject.SECOND);
  }

  @Test
  void shouldRefuseSomebodyUntrainedOnTheDayOfTheVisit() {
    assertThat(PairRules.problems(english, spanish, VisitorsMade.TRAINED, "es", null)).isEmpty();
    assertThat(PairRules.problems(english, spanish, VisitorsMade.TRAINED.minusDays(1), "es", null))
        .containsOnlyKeys(Subject.FIRST, Subject.SECOND);
  }

  @Test
  void shouldRefuseEveryEnforcingDuty() {
    for (Duty duty : Duty.values()) {
      Member enforcing = VisitorsMade.member(english.visitor(), duty);
      assertThat(PairRules.problems(enforcing, spanish, DAY, "es", null))
          .containsOnlyKeys(Subject.FIRST);
      assertThat(PairRules.eligible(enforcing, DAY)).isFalse();
    }
  }

  @Test
  void shouldWantAnInterpreterOfTheFamilysLanguageWhereNeitherIsFluent() {
    Member some = member("pt", LanguageLevel.CONVERSATIONAL);

    assertThat(PairRules.problems(english, some, DAY, "pt", null))
        .containsOnlyKeys(Subject.INTERPRETER);
    assertThat(PairRules.problems(english, some, DAY, "pt", "es"))
        .containsOnlyKeys(Subject.INTERPRETER);
    assertThat(PairRules.problems(english, some, DAY, "pt", "pt-BR")).isEmpty();
  }

  @Test
  void shouldWaitWithTheLanguageWhereTheRosterDoesNotSay() {
    assertThat(PairRules.problems(english, spanish, DAY, null, null)).isEmpty();
  }

  private static Member member(String language, LanguageLevel level) {
    return VisitorsMade.member(
        VisitorsMade.visitor(org.porchlight.visits.VisitorKind.SCHOOL, Map.of(language, level)));
  }
}
