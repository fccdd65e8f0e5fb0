package org.porchlight.visits;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.UserId;

/** The people who visit families. */
public interface Visitors {

  /** The course without which nobody visits (I7). */
  String LEAP_101 = "LEAP_101";

  /**
   * Adds a visitor, or changes what is known about one.
   *
   * @throws IllegalArgumentException for an unknown user, one without district, or one with a
   *     truancy, court or police duty (I11)
   */
  void register(NewVisitor visitor);

  /**
   * One more stretch of a usual week in which they would visit, by their district's clock. Who
   * never said when is proposed no times.
   *
   * @throws java.util.NoSuchElementException where this person visits no families
   * @throws IllegalArgumentException where it does not end after it begins
   */
  void freeOn(UserId visitor, DayOfWeek day, LocalTime from, LocalTime until);

  /** Records a course; of a repeated course the first date counts. */
  void completeTraining(UserId visitor, String course, LocalDate on);

  /**
   * Puts the day right on which a course was completed.
   *
   * @param on null: it was never completed
   */
  void correctTraining(UserId visitor, String course, @Nullable LocalDate on);

  /**
   * Is asked no more; families they visit keep them until somebody takes over, or others are chosen
   * a day before the next visit.
   */
  void deactivate(UserId visitor);
}
