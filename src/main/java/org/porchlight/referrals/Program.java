package org.porchlight.referrals;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resource that students are placed in.
 *
 * @param gradeFrom kindergarten is 0
 * @param seats null where nobody counts them
 * @param taken seats of students whom the program placed
 * @param waiting on its wait list
 * @param transport it fetches them
 */
public record Program(
    UUID resource,
    String name,
    @Nullable String organization,
    Kind kind,
    int gradeFrom,
    int gradeTo,
    @Nullable LocalDate starts,
    @Nullable LocalDate ends,
    @Nullable Integer seats,
    int taken,
    int waiting,
    boolean transport,
    @Nullable String fees,
    java.util.List<String> languages) {

  /** What it is. */
  public enum Kind {
    SUMMER,
    AFTER_SCHOOL,
    LEARNING
  }

  /** Null where nobody counts them. */
  public @Nullable Integer free() {
    return seats == null ? null : Math.max(0, seats - taken);
  }

  public boolean full() {
    Integer free = free();
    return free != null && free == 0;
  }

  /**
   * @param grade as rosters write it: {@code K}, {@code 4}; where it is none of these, any program
   *     suits
   */
  public boolean suits(@Nullable String grade) {
    if (grade == null || !grade.matches("K|KG|\\d{1,2}")) {
      return true;
    }
    int number = grade.startsWith("K") ? 0 : Integer.parseInt(grade);
    return gradeFrom <= number && number <= gradeTo;
  }
}
