package org.porchlight.visits.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.SchoolId;
import org.porchlight.visits.internal.Availability;
import org.porchlight.visits.internal.Availability.Hours;
import org.porchlight.visits.internal.VisitorAvailability.Said;

/**
 * What somebody entered about when and where they would visit.
 *
 * @param from with {@code until}, two lines for each day of the week, Monday first
 * @param towns separated by commas
 */
record AvailabilityForm(
    String @Nullable [] from,
    String @Nullable [] until,
    UUID @Nullable [] schools,
    @Nullable String towns,
    @Nullable Integer limit,
    @Nullable String awayFrom,
    @Nullable String awayUntil) {

  private static final int LINES = 2;
  private static final int MOST_TOWNS = 20;
  private static final int LONGEST_TOWN = 40;

  /** One day of the week with its lines. */
  public record Day(DayOfWeek day, List<Line> lines) {}

  public record Line(String from, String until) {}

  static AvailabilityForm of(Said known) {
    Availability said = known.availability();
    String[] from = new String[LINES * DayOfWeek.values().length];
    String[] until = new String[from.length];
    Arrays.fill(from, "");
    Arrays.fill(until, "");
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Hours> hours = said.week().stream().filter(one -> one.day() == day).toList();
      for (int i = 0; i < Math.min(LINES, hours.size()); i++) {
        from[LINES * day.ordinal() + i] = hours.get(i).from().toString();
        until[LINES * day.ordinal() + i] = hours.get(i).until().toString();
      }
    }
    return new AvailabilityForm(
        from,
        until,
        said.schools().stream().map(SchoolId::value).toArray(UUID[]::new),
        said.towns().stream().sorted().collect(Collectors.joining(", ")),
        known.limit(),
        text(said.awayFrom()),
        text(said.awayUntil()));
  }

  public List<Day> days() {
    List<Day> days = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < LINES; i++) {
        int line = LINES * day.ordinal() + i;
        lines.add(new Line(at(from, line), at(until, line)));
      }
      days.add(new Day(day, lines));
    }
    return days;
  }

  public boolean goesTo(UUID school) {
    return schools != null && Arrays.asList(schools).contains(school);
  }

  int families() {
    if (limit == null) {
      throw new IllegalArgumentException("Say how many families at most");
    }
    return limit;
  }

  Availability availability() {
    LocalDate first = day(awayFrom);
    LocalDate last = day(awayUntil);
    if (last != null && (first == null || last.isBefore(first))) {
      throw new IllegalArgumentException("The last day away comes before the first: change one");
    }
    return new Availability(week(), first, last, schoolIds(), townNames());
  }

  private List<Hours> week() {
    List<Hours> week = new ArrayList<>();
    for (Day day : days()) {
      for (Line line : day.lines()) {
        LocalTime begins = time(line.from());
        LocalTime ends = time(line.until());
        if (begins == null && ends == null) {
          continue;
        }
        if (begins == null || ends == null || !begins.isBefore(ends)) {
          throw new IllegalArgumentException(
              "Say from when until when, the earlier time first, or leave both empty");
        }
        if (week.stream().anyMatch(one -> one.day() == day.day() && overlap(one, begins, ends))) {
          throw new IllegalArgumentException("Two times of one day overlap: change one of them");
        }
        week.add(new Hours(day.day(), begins, ends));
      }
    }
    return week;
  }

  private static boolean overlap(Hours one, LocalTime begins, LocalTime ends) {
    return one.from().isBefore(ends) && begins.isBefore(one.until());
  }

  private Set<SchoolId> schoolIds() {
    return schools == null
        ? Set.of()
        : Arrays.stream(schools).map(SchoolId::new).collect(Collectors.toSet());
  }

  private Set<String> townNames() {
    Set<String> names =
        Arrays.stream(towns == null ? new String[0] : towns.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    if (names.size() > MOST_TOWNS
        || names.stream().anyMatch(name -> name.length() > LONGEST_TOWN)) {
      throw new IllegalArgumentException("Write up to 20 towns, with a comma between them");
    }
    return names;
  }

  private static String at(String @Nullable [] values, int index) {
    return values == null || index >= values.length ? "" : values[index].strip();
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static @Nullable LocalTime time(String text) {
    try {
      return text.isEmpty() ? null : LocalTime.parse(text);
    } catch (DateTimeParseException noTime) {
      throw new IllegalArgumentException("Write times like 16:30", noTime);
    }
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      throw new IllegalArgumentException("Choose the days away from the calendar", noDay);
    }
  }
}
