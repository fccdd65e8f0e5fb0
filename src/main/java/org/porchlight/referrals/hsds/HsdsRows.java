package org.porchlight.referrals.hsds;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.porchlight.roster.BadValue;
import org.porchlight.roster.LanguageCodes;
import org.porchlight.roster.RowSink;
import org.porchlight.roster.RowSink.Rule;
import org.porchlight.roster.RowSink.SourceRow;

/**
 * Checks rows, whichever way they came. A row that says nothing is set aside; a value that cannot
 * be read is left out and flagged, for the rest of the row is still of use.
 */
final class HsdsRows {

  private static final Set<String> STATUSES =
      Set.of("active", "inactive", "defunct", "temporarily closed");
  private static final Set<String> DATES =
      Set.of("assured_date", "valid_from", "valid_to", "updated");
  private static final Set<String> TIMES = Set.of("opens_at", "closes_at");
  private static final Set<String> NUMBERS =
      Set.of("latitude", "longitude", "minimum_age", "maximum_age", "available", "maximum");

  private static final Map<String, String> BY_ENGLISH_NAME = englishNames();

  private HsdsRows() {}

  static void accept(SourceRow at, HsdsTable table, Map<String, String> fields, RowSink out) {
    Map<String, String> read = new TreeMap<>();
    fields.forEach(
        (column, given) -> {
          String text = given.strip();
          if (!text.isEmpty()) {
            read.put(column, text);
          }
        });
    switch (table) {
      case SCHEDULES -> weekday(read);
      case LANGUAGES -> language(read);
      default -> {}
    }
    for (String column : table.required()) {
      if (!read.containsKey(column)) {
        HsdsRow row = HsdsRow.of(table, read);
        out.quarantine(at, table.kind(), row.key(), column, Rule.REQUIRED, "");
        return;
      }
    }
    read.entrySet()
        .removeIf(
            field -> {
              try {
                field.setValue(clean(table, field.getKey(), field.getValue()));
                return false;
              } catch (BadValue bad) {
                out.flag(at, table.kind(), bad.field(), bad.rule(), bad.value());
                return true;
              }
            });
    out.accept(at, HsdsRow.of(table, read));
  }

  /** HSDS 1.x has a row per weekday, by its English name. */
  private static void weekday(Map<String, String> row) {
    String weekday = row.remove("weekday");
    if (weekday != null && weekday.length() >= 2) {
      row.put("freq", "WEEKLY");
      row.put("byday", weekday.substring(0, 2).toUpperCase(Locale.ROOT));
    }
  }

  /** By code, or by its English name, as one BCP 47 tag. */
  private static void language(Map<String, String> row) {
    String code = row.getOrDefault("code", "");
    String name = row.getOrDefault("name", "").toLowerCase(Locale.ROOT);
    LanguageCodes.toBcp47(code)
        .or(() -> Optional.ofNullable(BY_ENGLISH_NAME.get(name)))
        .ifPresent(tag -> row.put("tag", tag));
  }

  private static Map<String, String> englishNames() {
    Map<String, String> tags = new HashMap<>();
    for (String language : Locale.getISOLanguages()) {
      tags.put(
          Locale.of(language).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
          language);
    }
    return Map.copyOf(tags);
  }

  private static String clean(HsdsTable table, String column, String value) {
    if (table == HsdsTable.SERVICES && column.equals("status")) {
      String status = value.toLowerCase(Locale.ROOT);
      if (!STATUSES.contains(status)) {
        throw BadValue.of(column, Rule.UNKNOWN_CODE, value);
      }
      return status;
    }
    try {
      if (DATES.contains(column)) {
        return LocalDate.parse(value.substring(0, Math.min(10, value.length()))).toString();
      }
      if (TIMES.contains(column)) {
        return time(value).toString();
      }
      if (NUMBERS.contains(column)) {
        return Double.toString(Double.parseDouble(value));
      }
    } catch (NumberFormatException e) {
      throw BadValue.of(column, Rule.NOT_A_NUMBER, value);
    } catch (DateTimeParseException e) {
      throw BadValue.of(column, Rule.NOT_A_DATE, value);
    }
    return value;
  }

  /** {@code 9:00}, {@code 09:00:00}, with or without a zone: it is the place's own. */
  private static LocalTime time(String value) {
    String text = value.replaceFirst("(Z|[+-][0-9]{2}(:?[0-9]{2})?)$", "");
    return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
  }
}
