package org.porchlight.insight.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.BarrierCode;
import org.porchlight.insight.internal.NeedRows.Need;
import org.porchlight.insight.internal.SmallNumbers.Part;
import org.porchlight.insight.internal.SmallNumbers.Shown;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What makes school hard in a district, by code, over one school year: in the whole district, by
 * school, by month, and what became of it. Schools and months are never crossed, and each family
 * counts once a code, so that {@link SmallNumbers} can keep small numbers from being worked out.
 * What was told in confidence is in no number.
 */
@Service
@Transactional(readOnly = true)
public class CommonNeeds {

  /** Of a case without a school. */
  static final String NO_SCHOOL = "";

  private static final int FIRST_MONTH = 7;

  private final NeedRows rows;
  private final SchoolCalendars calendars;

  CommonNeeds(NeedRows rows, SchoolCalendars calendars) {
    this.rows = rows;
    this.calendars = calendars;
  }

  /** What became of a need. */
  public enum Became {
    OPEN,
    /** The family says that it is better, or help on the spot settled it. */
    SETTLED,
    NOT_NEEDED,
    /** The case ended, or somebody closed it with a reason. */
    ENDED_OTHERWISE
  }

  /**
   * The families of one line.
   *
   * @param key a school's id, a month as {@code 2027-01}, a {@link Became}
   * @param families null: not shown
   */
  public record Line(String key, @Nullable Integer families) {}

  /** One code; where a list is empty, no part of it can be shown. */
  public record CommonNeed(
      BarrierCode code, int families, List<Line> schools, List<Line> months, List<Line> became) {}

  /** The most frequent first; codes that too few families told are not in it at all. */
  public List<CommonNeed> of(DistrictId district, int startYear) {
    ZoneId zone = calendars.zone(district);
    LocalDate from = firstDay(startYear);
    LocalDate until = firstDay(startYear + 1);
    Map<String, Integer> atSchools = rows.served(district, from, until, zone);
    Map<YearMonth, Integer> inMonths = new LinkedHashMap<>();
    for (YearMonth month = YearMonth.from(from); month.isBefore(YearMonth.from(until)); ) {
      YearMonth next = month.plusMonths(1);
      inMonths.put(
          month,
          rows.served(district, month.atDay(1), next.atDay(1), zone).values().stream()
              .mapToInt(Integer::intValue)
              .sum());
      month = next;
    }
    int among = atSchools.values().stream().mapToInt(Integer::intValue).sum();
    Map<BarrierCode, List<Need>> told = new HashMap<>();
    rows.told(district, from, until, zone).stream()
        .filter(need -> !need.code().restricted())
        .forEach(need -> told.computeIfAbsent(need.code(), code -> new ArrayList<>()).add(need));
    return told.entrySet().stream()
        .flatMap(
            entry -> need(entry.getKey(), entry.getValue(), atSchools, inMonths, among).stream())
        .sorted(
            Comparator.comparing(CommonNeed::families).reversed().thenComparing(CommonNeed::code))
        .toList();
  }

  static LocalDate firstDay(int startYear) {
    return LocalDate.of(startYear, FIRST_MONTH, 1);
  }

  /** The year in which the school year of that day began. */
  public static int startYear(LocalDate day) {
    return day.getMonthValue() >= FIRST_MONTH ? day.getYear() : day.getYear() - 1;
  }

  private static Optional<CommonNeed> need(
      BarrierCode code,
      List<Need> told,
      Map<String, Integer> atSchools,
      Map<YearMonth, Integer> inMonths,
      int among) {
    Map<String, Integer> became = new LinkedHashMap<>();
    List.of(Became.values()).forEach(each -> became.put(each.name(), told.size()));
    Map<String, Integer> months = new LinkedHashMap<>();
    inMonths.forEach((month, size) -> months.put(month.toString(), size));
    Optional<Shown<String>> bySchool =
        SmallNumbers.of(parts(told.stream().map(Need::school).toList(), atSchools), among);
    Optional<Shown<String>> byMonth =
        SmallNumbers.of(
            parts(told.stream().map(need -> need.month().toString()).toList(), months), among);
    Optional<Shown<String>> byEnd =
        SmallNumbers.of(
            parts(told.stream().map(need -> need.became().name()).toList(), became), among);
    // A total that one of them keeps back is kept back by all.
    if (bySchool.isEmpty() || byMonth.isEmpty() || byEnd.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CommonNeed(
            code, told.size(), lines(bySchool.get()), lines(byMonth.get()), lines(byEnd.get())));
  }

  /** One for each that has families, also where none of them told it. */
  private static List<Part<String>> parts(List<String> keys, Map<String, Integer> sizes) {
    Map<String, Integer> counts = new HashMap<>();
    keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    return sizes.entrySet().stream()
        .filter(size -> size.getValue() > 0)
        .map(
            size ->
                new Part<>(size.getKey(), counts.getOrDefault(size.getKey(), 0), size.getValue()))
        .sorted(Comparator.comparing(Part::key))
        .toList();
  }

  private static List<Line> lines(Shown<String> shown) {
    if (shown.shown().isEmpty()) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    shown.shown().forEach(part -> lines.add(new Line(part.key(), part.count())));
    shown.others().forEach(key -> lines.add(new Line(key, null)));
    lines.sort(Comparator.comparing(Line::key));
    return lines;
  }
}
