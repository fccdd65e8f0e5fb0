package org.porchlight.tasks;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When an attendance team meets.
 *
 * @param day Monday to Friday
 * @param week for monthly teams: the first to fourth of the month's days of that name; null for
 *     weekly ones
 * @param at in the district's zone
 */
public record MeetingCycle(Every every, DayOfWeek day, @Nullable Integer week, LocalTime at) {

  private static final LocalTime EARLIEST = LocalTime.of(6, 0);
  private static final LocalTime LATEST = LocalTime.of(20, 0);

  /** How often. */
  public enum Every {
    WEEKLY,
    MONTHLY
  }

  /** Throws {@code IllegalArgumentException} that says what to choose instead. */
  public MeetingCycle {
    if (day.getValue() > DayOfWeek.FRIDAY.getValue()) {
      throw new IllegalArgumentException("Choose a day from Monday to Friday");
    }
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw new IllegalArgumentException("Choose an hour from 6:00 to 20:00");
    }
    boolean monthly = every == Every.MONTHLY;
    if (monthly == (week == null) || (week != null && (week < 1 || week > 4))) {
      throw new IllegalArgumentException(
          "Choose for a monthly meeting, and only for that, the first to fourth week");
    }
  }

  public static MeetingCycle weekly(DayOfWeek day, LocalTime at) {
    return new MeetingCycle(Every.WEEKLY, day, null, at);
  }

  public static MeetingCycle monthly(int week, DayOfWeek day, LocalTime at) {
    return new MeetingCycle(Every.MONTHLY, day, week, at);
  }
}
