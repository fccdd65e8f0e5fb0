package org.porchlight.messaging.text;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes dates and times of day in a language and a zone. */
final class Moments {

  private final Language language;
  private final ZoneId zone;

  Moments(Language language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
  }

  /** The day of an appointment, in the form that says when something takes place. */
  String date(Instant instant) {
    return format("date.pattern", "EEEEMMMMd", instant);
  }

  /** A day in the form that follows "until" or "around", where that form is another one. */
  String day(Instant instant) {
    return language.text("day.pattern") == null
        ? date(instant)
        : format("day.pattern", "EEEEMMMMd", instant);
  }

  String time(Instant instant) {
    return format("date.time", "jmm", instant);
  }

  private String format(String own, String skeleton, Instant instant) {
    String pattern = language.text(own);
    DateFormat format =
        pattern == null
            ? DateFormat.getPatternInstance(skeleton, language.locale())
            : new SimpleDateFormat(pattern, symbols(), language.locale());
    format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    // Some languages set a narrow no-break space, which would double the cost of a text.
    return format.format(Date.from(instant)).replace('\u202f', ' ').replace('\u00a0', ' ');
  }

  /** Those of ICU, but for what the language's file says otherwise. */
  private DateFormatSymbols symbols() {
    DateFormatSymbols symbols = new DateFormatSymbols(language.locale());
    words("date.weekdays")
        .ifPresent(names -> symbols.setWeekdays(("," + String.join(",", names)).split(",")));
    words("date.months").ifPresent(names -> symbols.setMonths(names.toArray(String[]::new)));
    words("date.ampm").ifPresent(names -> symbols.setAmPmStrings(names.toArray(String[]::new)));
    return symbols;
  }

  private Optional<List<String>> words(String key) {
    return Optional.of(TextFiles.words(language.text(key))).filter(names -> !names.isEmpty());
  }

  /** An instant from what a caller may give: an Instant, or text with an offset. */
  static Instant instant(Object value) {
    return switch (value) {
      case Instant instant -> instant;
      case java.time.OffsetDateTime moment -> moment.toInstant();
      case java.time.ZonedDateTime moment -> moment.toInstant();
      default -> java.time.OffsetDateTime.parse(value.toString()).toInstant();
    };
  }

  /** An instant within the day that a caller gives: a LocalDate or its text stands for its noon. */
  static Instant day(Object value, ZoneId zone) {
    java.time.@Nullable LocalDate day =
        switch (value) {
          case java.time.LocalDate date -> date;
          case String text when text.length() == 10 -> java.time.LocalDate.parse(text);
          default -> null;
        };
    return day == null ? instant(value) : day.atTime(12, 0).atZone(zone).toInstant();
  }
}
