package org.porchlight.embedded.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;

/**
 * The school year of the demo district: from late August to mid June, with the usual days off.
 *
 * @param today attendance is known up to the school day before
 */
record DemoYear(LocalDate begins, LocalDate ends, LocalDate today) {

  private static final int ENOUGH_DAYS = 30;

  /** This school year, or last year's where this one is too young to say anything. */
  static DemoYear at(LocalDate today) {
    DemoYear year =
        ofYearBeginning(today.getMonthValue() >= 8 ? today.getYear() : today.getYear() - 1, today);
    return year.past().size() >= ENOUGH_DAYS
        ? year
        : ofYearBeginning(year.begins.getYear() - 1, today);
  }

  private static DemoYear ofYearBeginning(int year, LocalDate today) {
    return new DemoYear(
        LocalDate.of(year, Month.AUGUST, 27), LocalDate.of(year + 1, Month.JUNE, 12), today);
  }

  /** As Ed-Fi writes it: the year in which it ends. */
  String name() {
    return Integer.toString(ends.getYear());
  }

  List<LocalDate> days() {
    return begins.datesUntil(ends.plusDays(1)).filter(this::weekday).toList();
  }

  /** The school days with attendance. */
  List<LocalDate> past() {
    return schoolDays().filter(day -> day.isBefore(today)).toList();
  }

  boolean dayOff(LocalDate day) {
    int of = day.getDayOfMonth();
    return switch (day.getMonth()) {
      case SEPTEMBER -> day.getDayOfWeek() == DayOfWeek.MONDAY && of <= 7;
      case OCTOBER -> day.getDayOfWeek() == DayOfWeek.MONDAY && of >= 8 && of <= 14;
      case NOVEMBER ->
          of >= 22 && of <= 28 && day.getDayOfWeek().getValue() >= DayOfWeek.WEDNESDAY.getValue();
      case DECEMBER -> of >= 24;
      case JANUARY -> of == 1 || (day.getDayOfWeek() == DayOfWeek.MONDAY && of >= 15 && of <= 21);
      case FEBRUARY -> of >= 15 && of <= 21 && day.getDayOfWeek() == DayOfWeek.MONDAY;
      case APRIL -> of >= 13 && of <= 17;
      case MAY -> day.getDayOfWeek() == DayOfWeek.MONDAY && of >= 25;
      default -> false;
    };
  }

  private Stream<LocalDate> schoolDays() {
    return days().stream().filter(day -> !dayOff(day));
  }

  private boolean weekday(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
  }
}
