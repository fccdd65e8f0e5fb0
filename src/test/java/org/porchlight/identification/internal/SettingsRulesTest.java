package org.porchlight.identification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.ProgramSettings.Approach;
import org.porchlight.identification.ProgramSettings.Cadence;
import org.porchlight.identification.ProgramSettings.Contact;
import org.porchlight.identification.ProgramSettings.Eligibility;
import org.porchlight.identification.ProgramSettings.Group;
import org.porchlight.identification.ProgramSettings.Summer;
import org.porchlight.identification.SettingsRefused.Problem;

class SettingsRulesTest {

  private static final UUID ELM = UUID.randomUUID();

  @Test
  void shouldAcceptTheDefaults() {
    assertThat(problems(TestSettings.defaults())).isEmpty();
  }

  @Test
  void shouldRefuseASchoolProgramWithoutSchoolsOrWithStrangers() {
    assertThat(problems(TestSettings.targeting(Approach.SCHOOLS, Set.of(), none())))
        .containsExactly("targeting.schools");
    assertThat(
            problems(TestSettings.targeting(Approach.SCHOOLS, Set.of(UUID.randomUUID()), none())))
        .containsExactly("targeting.schools");
    assertThat(problems(TestSettings.targeting(Approach.SCHOOLS, Set.of(ELM), none()))).isEmpty();
  }

  @Test
  void shouldChooseAGroupByLanguageOrProgramAndByNothingElse() {
    assertThat(problems(TestSettings.targeting(Approach.GROUP, Set.of(), none())))
        .containsExactly("targeting.group");
    assertThat(problems(TestSettings.targeting(Approach.GROUP, Set.of(), new Group("es", null))))
        .isEmpty();
    for (String status : List.of("IMMIGRANT", "REFUGEE", "ASYLEE", "HOMELESS", "FOSTER")) {
      assertThat(
              problems(TestSettings.targeting(Approach.GROUP, Set.of(), new Group(null, status))))
          .containsExactly("targeting.group.program");
    }
  }

  @Test
  void shouldKeepTheThresholdsInOrder() {
    assertThat(problems(TestSettings.eligibility(new Eligibility(8, 5, 20, 10))))
        .containsExactly("eligibility.fromPercent");
    assertThat(problems(TestSettings.eligibility(new Eligibility(5, 20, 20, 10))))
        .containsExactly("eligibility.severePercent");
    assertThat(problems(TestSettings.eligibility(new Eligibility(5, 10, 20, 0))))
        .containsExactly("eligibility.minimumDays");
  }

  @Test
  void shouldRefuseAbsurdValuesWithTheBounds() {
    ProgramSettings settings = TestSettings.cadence(new Cadence(0, 14, 3650));

    assertThat(SettingsRules.check(settings, Set.of(ELM), StoredPrograms.PROGRAMS))
        .contains(
            new Problem(
                "cadence.visitToVisitDays", "Choose a number from 7 to 180; 3650 is outside."))
        .hasSize(2);
  }

  @Test
  void shouldKeepTextsOutOfTheNight() {
    assertThat(
            problems(TestSettings.contact(new Contact(LocalTime.of(6, 0), LocalTime.of(23, 0), 6))))
        .containsExactly("contact.opens", "contact.closes");
    assertThat(
            problems(
                TestSettings.contact(new Contact(LocalTime.of(9, 0), LocalTime.of(9, 30), 40))))
        .containsExactly("contact.closes", "contact.budget");
  }

  @Test
  void shouldLetASummerEndAfterItBegins() {
    Summer summer =
        new Summer(
            true,
            MonthDay.of(8, 1),
            MonthDay.of(7, 1),
            Set.<DayOfWeek>of(),
            LocalTime.of(9, 0),
            LocalTime.of(20, 0));

    assertThat(problems(TestSettings.summer(summer)))
        .containsExactly("summer.until", "summer.workDays");
  }

  /** What would break a cornerstone has no name among the settings. */
  @Test
  void shouldHaveNoSettingForACornerstone() {
    assertThat(TestSettings.names())
        .noneMatch(
            name ->
                name.matches(
                    "(?i).*(consent|visitorsPer|pairSize|trained|training|autoAccept|approve|decide).*"));
  }

  private static List<String> problems(ProgramSettings settings) {
    return SettingsRules.check(settings, Set.of(ELM), StoredPrograms.PROGRAMS).stream()
        .map(Problem::field)
        .toList();
  }

  private static Group none() {
    return new Group(null, null);
  }
}
