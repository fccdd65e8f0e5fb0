package org.porchlight.identification.internal;

import java.util.Map;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.identification.ProgramSettings;

/**
 * Who is offered visits: what the decision {@code eligibility} says, with the settings beside it.
 *
 * @param offerFromPercent of the days enrolled, exact in integers
 * @param withoutHistory whether entrants without a rate are listed by their other needs
 */
record Thresholds(
    int offerFromPercent,
    int severePercent,
    int minimumDays,
    boolean lastYear,
    boolean withoutHistory) {

  static final String DECISION = "eligibility";

  static Map<String, Object> inputs(ProgramSettings settings, boolean summer) {
    return Map.of(
        "season",
        summer ? "summer" : "schoolYear",
        "approach",
        settings.targeting().approach().name(),
        "atRiskPercent",
        settings.eligibility().atRiskPercent(),
        "fromPercent",
        settings.eligibility().fromPercent());
  }

  /** {@code decided}: the outputs of the decision. */
  static Thresholds of(Map<String, Object> decided, ProgramSettings.Eligibility eligibility) {
    return new Thresholds(
        ((Number) output(decided, "offerFromPercent")).intValue(),
        eligibility.severePercent(),
        eligibility.minimumDays(),
        output(decided, "ratesOf").equals("lastYear"),
        (Boolean) output(decided, "withoutHistory"));
  }

  /** Whether this rate is enough to be offered visits. */
  boolean reached(AttendanceRate rate) {
    return known(rate) && atLeast(rate.absences(), rate.enrolledDays(), offerFromPercent);
  }

  /** Whether there is a rate at all: too few days enrolled say nothing. */
  boolean known(AttendanceRate rate) {
    return rate.enrolledDays() >= minimumDays;
  }

  static boolean atLeast(int absences, int enrolledDays, int percent) {
    return enrolledDays > 0 && 100L * absences >= (long) percent * enrolledDays;
  }

  private static Object output(Map<String, Object> decided, String name) {
    Object value = decided.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The decision eligibility lacks the output " + name);
    }
    return value;
  }
}
