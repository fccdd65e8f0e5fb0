package org.porchlight.visits.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.MeetingWishes.Times;
import org.porchlight.shared.SchoolId;

/**
 * When and where somebody would visit, as they said it; clock times are of their district.
 *
 * @param week empty: they did not say
 * @param awayFrom first day away; null: not away
 * @param awayUntil last day away; null with {@code awayFrom}: until they say otherwise
 * @param schools whose families they would go to
 * @param towns to which they would go; with no school either: anywhere
 */
public record Availability(
    List<Hours> week,
    @Nullable LocalDate awayFrom,
    @Nullable LocalDate awayUntil,
    Set<SchoolId> schools,
    Set<String> towns) {

  static final Availability NOTHING_SAID =
      new Availability(List.of(), null, null, Set.of(), Set.of());

  static final LocalTime NOON = LocalTime.NOON;
  static final LocalTime EVENING = LocalTime.of(17, 0);

  /** Free on each of these days of the week between these times. */
  public record Hours(DayOfWeek day, LocalTime from, LocalTime until) {

    boolean weekend() {
      return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    boolean touch(LocalTime begin, LocalTime end) {
      return from.isBefore(end) && begin.isBefore(until);
    }

    private boolean suit(Times wished) {
      return switch (wished) {
        case WEEKENDS -> weekend();
        case WEEKDAY_MORNINGS -> !weekend() && from.isBefore(NOON);
        case WEEKDAY_AFTERNOONS -> !weekend() && touch(NOON, EVENING);
        case WEEKDAY_EVENINGS -> !weekend() && until.isAfter(EVENING);
      };
    }
  }

  boolean said() {
    return !week.isEmpty();
  }

  boolean awayOn(LocalDate day) {
    return awayFrom != null
        && !day.isBefore(awayFrom)
        && (awayUntil == null || !day.isAfter(awayUntil));
  }

  /** Days of a usual week on which they visit. */
  int days() {
    return (int) week.stream().map(Hours::day).distinct().count();
  }

  /** When most families are at home. */
  boolean eveningsOrWeekends() {
    return week.stream().anyMatch(hours -> hours.weekend() || hours.until().isAfter(EVENING));
  }

  boolean suits(Set<Times> wished) {
    return week.stream().anyMatch(hours -> wished.stream().anyMatch(hours::suit));
  }

  boolean free(LocalDate day, LocalTime begin, LocalTime end) {
    return !awayOn(day)
        && week.stream()
            .anyMatch(
                hours ->
                    hours.day() == day.getDayOfWeek()
                        && !begin.isBefore(hours.from())
                        && !end.isAfter(hours.until()));
  }

  /** False only where both said when, and never at the same time. */
  boolean meets(Availability other) {
    return !said()
        || !other.said()
        || week.stream()
            .anyMatch(
                mine ->
                    other.week.stream()
                        .anyMatch(
                            theirs ->
                                theirs.day() == mine.day()
                                    && theirs.touch(mine.from(), mine.until())));
  }
}
