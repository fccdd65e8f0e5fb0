package org.porchlight.visits.internal;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.ProgramLanguages;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What is known before a log is written, in the form's own fields. Holds first names. */
@Component
class VisitPlan {

  private final MessageSource messages;

  VisitPlan(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * @param language BCP 47: the family's, as far as the roster knows
   */
  Map<String, Object> values(
      Appointment visit, Pair pair, List<Visitor> both, ZoneId zone, @Nullable String language) {
    ZonedDateTime start = visit.startsAt().atZone(zone);
    Map<String, Object> values = new HashMap<>();
    values.put("planned", words(visit, pair, both, start, language));
    values.put("asPlanned", true);
    values.put("visitDate", start.toLocalDate().toString());
    values.put("visitTime", start.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
    values.put("lengthMinutes", visit.minutes());
    values.put("place", visit.place());
    values.put("visitorsPresent", "BOTH");
    values.put("interpreter", VisitFacts.planned(pair));
    values.put("languages", languages(both, language));
    if (language != null) {
      values.put("language", Visitor.primary(language));
    }
    return values;
  }

  private String words(
      Appointment visit,
      Pair pair,
      List<Visitor> both,
      ZonedDateTime start,
      @Nullable String language) {
    Locale locale = LocaleContextHolder.getLocale();
    String when = DateTimeFormatter.ofPattern("EEEE, MMMM d, h:mm a", locale).format(start);
    String place = text("visits.place." + visit.place());
    String note = visit.placeNote();
    return text(
        "visits.planned",
        when,
        visit.minutes(),
        note == null ? place : place + " (" + note + ")",
        both.getFirst().firstName(),
        both.getLast().firstName(),
        language == null ? text("visits.language.unknown") : name(language),
        pair.interpreterLanguage() == null ? 0 : 1);
  }

  /** The family's first. */
  private static List<Map<String, Object>> languages(
      List<Visitor> both, @Nullable String language) {
    Set<String> codes = new LinkedHashSet<>();
    if (language != null) {
      codes.add(Visitor.primary(language));
    }
    both.forEach(
        visitor -> visitor.languages().keySet().forEach(code -> codes.add(Visitor.primary(code))));
    codes.addAll(List.of("en", "es"));
    return codes.stream().map(code -> FormValues.option(code, name(code))).toList();
  }

  private static String name(String language) {
    return ProgramLanguages.name(language, LocaleContextHolder.getLocale());
  }

  private String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
  }
}
