package org.porchlight.identification.internal;

import java.time.LocalDate;

/** Where one school year ends and the next begins. */
record SchoolYears(int startMonth) {

  /** The first day of the next school year: a refusal holds until then. */
  LocalDate nextStart(LocalDate today) {
    LocalDate start = LocalDate.of(today.getYear(), startMonth, 1);
    return today.isBefore(start) ? start : start.plusYears(1);
  }
}
