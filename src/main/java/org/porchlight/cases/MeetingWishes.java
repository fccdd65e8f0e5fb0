package org.porchlight.cases;

import java.util.Set;
import org.porchlight.shared.CaseId;

/** Where and when a family would like to be met, as far as it said so. */
public interface MeetingWishes {

  Wishes of(CaseId id);

  /**
   * @param elsewhere at school or another place rather than at home
   * @param times that suit; empty: it did not say
   */
  record Wishes(boolean elsewhere, Set<Times> times) {}

  /** Parts of the week, by the clock on the family's wall. */
  enum Times {
    /** Monday to Friday, before noon. */
    WEEKDAY_MORNINGS,
    /** Monday to Friday, from noon to five. */
    WEEKDAY_AFTERNOONS,
    /** Monday to Friday, from five on. */
    WEEKDAY_EVENINGS,
    WEEKENDS
  }
}
