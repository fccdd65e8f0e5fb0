package org.porchlight.messaging.text;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes dates and times of day in a language and a zone. */
final class Moments {

  private final Language language;
  private final ZoneId zone;

  Moments(Language language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
  }

  String date(Instant instant) {
    String own = language.text("date.pattern");
    return format(
        own == null ? DateFormat.getPatternInstance("EEEEMMMMd", language.locale()) : named(own),
        instant);
  }

  String time(Instant instant) {
    String own = language.text("date.time");
    // Some languages set a narrow no-break space, which would double the cost of a text.
    return format(
            own == null ? DateFormat.getPatternInstance("jmm", language.locale()) : named(own),
            instant)
        .replace('\u202f', ' ')
        .replace('\u00a0', ' ');
  }

  private String format(DateFormat format, Instant instant) {
    format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    return format.format(Date.from(instant));
  }

  private SimpleDateFormat named(String pattern) {
    DateFormatSymbols symbols = new DateFormatSymbols(language.locale());
    List<String> weekdays = TextFiles.words(language.text("date.weekdays"));
    symbols.setWeekdays(("," + String.join(",", weekdays)).split(","));
    symbols.setMonths(TextFiles.words(language.text("date.months")).toArray(String[]::new));
    return new SimpleDateFormat(pattern, symbols, language.locale());
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
