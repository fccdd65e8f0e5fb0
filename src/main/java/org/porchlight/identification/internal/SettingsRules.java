package org.porchlight.identification.internal;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.ProgramSettings.Approach;
import org.porchlight.identification.SettingsRefused.Problem;

/**
 * Which settings make sense. What would break a cornerstone is no setting at all; these rules keep
 * out the rest: a program that nobody could run, or that presses families.
 */
final class SettingsRules {

  private static final LocalTime EARLIEST = LocalTime.of(8, 0);
  private static final LocalTime LATEST = LocalTime.of(21, 0);

  private final List<Problem> problems = new ArrayList<>();

  private SettingsRules() {}

  /**
   * What is wrong with these settings; empty where nothing is.
   *
   * @param schools the district's
   * @param programs the codes that the roster knows
   */
  static List<Problem> check(ProgramSettings wanted, Set<UUID> schools, Set<String> programs) {
    SettingsRules rules = new SettingsRules();
    rules.targeting(wanted.targeting(), schools, programs);
    rules.eligibility(wanted.eligibility());
    rules.weights(wanted.weights());
    rules.range("weeklyCapacity", wanted.weeklyCapacity(), 1, 500);
    rules.journey(wanted);
    rules.window("contact", wanted.contact().opens(), wanted.contact().closes());
    rules.range("contact.budget", wanted.contact().budget(), 1, 12);
    rules.languages(wanted.languages());
    rules.summer(wanted.summer());
    return rules.problems;
  }

  private void targeting(
      ProgramSettings.Targeting targeting, Set<UUID> schools, Set<String> programs) {
    if (targeting.approach() == Approach.SCHOOLS && targeting.schools().isEmpty()) {
      add("targeting.schools", "Choose at least one school, or another approach.");
    }
    if (!schools.containsAll(targeting.schools())) {
      add("targeting.schools", "Choose schools of this district only.");
    }
    if (targeting.approach() == Approach.TRANSITION_GRADES
        && targeting.transitionGrades().isEmpty()) {
      add("targeting.transitionGrades", "Name at least one grade, or choose another approach.");
    }
    if (targeting.transitionGrades().stream().anyMatch(g -> !g.matches("[\\p{L}0-9 -]{1,30}"))) {
      add("targeting.transitionGrades", "Write grades as the roster does, such as K, 6 or 9.");
    }
    ProgramSettings.Group group = targeting.group();
    if (targeting.approach() == Approach.GROUP
        && group.homeLanguage() == null
        && group.program() == null) {
      add("targeting.group", "Choose a home language or a program, or another approach.");
    }
    if (group.homeLanguage() != null && !language(group.homeLanguage())) {
      add("targeting.group.homeLanguage", "Write the language as a code, such as es or pt-BR.");
    }
    if (group.program() != null && !programs.contains(group.program())) {
      add(
          "targeting.group.program",
          "A group is chosen by home language or one of these programs: "
              + String.join(", ", programs.stream().sorted().toList())
              + ".");
    }
  }

  private void eligibility(ProgramSettings.Eligibility eligibility) {
    range("eligibility.atRiskPercent", eligibility.atRiskPercent(), 3, 9);
    range("eligibility.fromPercent", eligibility.fromPercent(), 3, 30);
    range("eligibility.severePercent", eligibility.severePercent(), 11, 60);
    range("eligibility.minimumDays", eligibility.minimumDays(), 5, 60);
    if (eligibility.fromPercent() < eligibility.atRiskPercent()) {
      add(
          "eligibility.fromPercent",
          "Visits begin at the at-risk percent or later: choose %d or more."
              .formatted(eligibility.atRiskPercent()));
    }
    if (eligibility.severePercent() <= eligibility.fromPercent()) {
      add(
          "eligibility.severePercent",
          "Severe is more than what visits begin at: choose more than %d."
              .formatted(eligibility.fromPercent()));
    }
  }

  private void weights(ProgramSettings.Weights weights) {
    range("weights.severe", weights.severe(), 1, 1000);
    range("weights.moderate", weights.moderate(), 0, 1000);
    range("weights.atRisk", weights.atRisk(), 0, 1000);
    range("weights.perPercent", weights.perPercent(), 0, 20);
    range("weights.worsening", weights.worsening(), 0, 200);
    range("weights.perSibling", weights.perSibling(), 0, 200);
    range("weights.transitionGrade", weights.transitionGrade(), 0, 200);
    range("weights.freeOrReducedLunch", weights.freeOrReducedLunch(), 0, 200);
    range("weights.englishLearner", weights.englishLearner(), 0, 200);
    range("weights.homeless", weights.homeless(), 0, 200);
    range("weights.foster", weights.foster(), 0, 200);
    if (weights.severe() < weights.moderate() || weights.moderate() < weights.atRisk()) {
      add("weights.severe", "More days missed never count less: severe, moderate, at risk.");
    }
  }

  private void journey(ProgramSettings wanted) {
    range("cadence.visitToCallSchoolDays", wanted.cadence().visitToCallSchoolDays(), 1, 30);
    range("cadence.callToCallDays", wanted.cadence().callToCallDays(), 3, 90);
    range("cadence.visitToVisitDays", wanted.cadence().visitToVisitDays(), 7, 180);
    range("attempts.contactTries", wanted.attempts().contactTries(), 1, 10);
    range("attempts.reminders", wanted.attempts().reminders(), 0, 3);
    range("attempts.visitTries", wanted.attempts().visitTries(), 1, 6);
    range("attempts.callTries", wanted.attempts().callTries(), 1, 6);
    range("ending.restAfterNoDays", wanted.ending().restAfterNoDays(), 60, 730);
    range("ending.restAfterCloseDays", wanted.ending().restAfterCloseDays(), 7, 730);
    range("ending.recoveryWeeks", wanted.ending().recoveryWeeks(), 2, 26);
  }

  private void languages(List<String> languages) {
    if (languages.size() > 40) {
      add("languages", "Name at most 40 languages.");
    }
    for (String one : languages) {
      if (!language(one)) {
        add("languages", "Write languages as codes, such as es, pt-BR or ar, one a line.");
        return;
      }
    }
  }

  private void summer(ProgramSettings.Summer summer) {
    window("summer", summer.opens(), summer.closes());
    if (!summer.from().isBefore(summer.until())) {
      add("summer.until", "The summer ends after it begins: choose a later day.");
    }
    if (summer.workDays().isEmpty()) {
      add("summer.workDays", "Somebody works in the summer program: choose at least one weekday.");
    }
  }

  private void window(String section, LocalTime opens, LocalTime closes) {
    if (opens.isBefore(EARLIEST)) {
      add(section + ".opens", "No text before 8:00: choose 8:00 or later.");
    }
    if (closes.isAfter(LATEST)) {
      add(section + ".closes", "No text after 21:00: choose 21:00 or earlier.");
    }
    if (closes.isBefore(opens.plusHours(2)) || !closes.isAfter(opens)) {
      add(section + ".closes", "Leave at least two hours in which texts may go.");
    }
  }

  private void range(String field, int value, int least, int most) {
    if (value < least || value > most) {
      add(field, "Choose a number from %d to %d; %d is outside.".formatted(least, most, value));
    }
  }

  private static boolean language(@Nullable String code) {
    try {
      return code != null
          && !code.isBlank()
          && !new Locale.Builder().setLanguageTag(code).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private void add(String field, String detail) {
    problems.add(new Problem(field, detail));
  }
}
