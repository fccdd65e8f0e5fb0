package org.porchlight.visits.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.BarrierCode;

/**
 * What a log says that every version of its form can tell, for reports: what the visitors left out
 * was as planned.
 *
 * @param place code of the form's options
 * @param both whether both visitors were there
 * @param language BCP 47, null where nobody knows it
 * @param interpreter {@code NONE}, {@code IN_PERSON}, {@code LINE}, or {@code MISSED}: booked, and
 *     did not come
 * @param barriers codes that may be counted; restricted ones are left out
 */
record VisitFacts(
    LocalDate day,
    int minutes,
    String place,
    boolean both,
    @Nullable String language,
    String interpreter,
    List<String> barriers) {

  /** Fields of the log that tell what makes school hard. */
  static final List<String> BARRIERS =
      List.of("barriers", "barriersHome", "barriersSchool", "barriersIdeas");

  /**
   * @param spoken BCP 47: the family's language, as far as the roster knows
   */
  static VisitFacts of(
      Map<String, Object> log, Appointment visit, Pair pair, ZoneId zone, @Nullable String spoken) {
    ZonedDateTime start = visit.startsAt().atZone(zone);
    LocalDate day = FormValues.date(log, "visitDate");
    Integer minutes = FormValues.number(log, "lengthMinutes");
    String place = FormValues.text(log, "place");
    String language = FormValues.text(log, "language");
    String interpreter = FormValues.text(log, "interpreter");
    return new VisitFacts(
        day == null ? start.toLocalDate() : day,
        minutes == null ? visit.minutes() : minutes,
        place == null ? visit.place() : place,
        !"ONE".equals(FormValues.text(log, "visitorsPresent")),
        language == null ? spoken : language,
        interpreter == null ? planned(pair) : interpreter,
        BARRIERS.stream()
            .flatMap(key -> FormValues.codes(log, key).stream())
            .filter(code -> !restricted(code))
            .distinct()
            .toList());
  }

  /** Told in confidence: never counted, never in an export. */
  static boolean restricted(String code) {
    return BarrierCode.of(code).map(BarrierCode::restricted).orElse(false);
  }

  static String planned(Pair pair) {
    return pair.interpreterLanguage() == null ? "NONE" : "IN_PERSON";
  }

  boolean interpreted() {
    return interpreter.equals("IN_PERSON") || interpreter.equals("LINE");
  }
}
