package org.porchlight.referrals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a program needs beside its resource.
 *
 * @param gradeFrom kindergarten is 0
 */
public record ProgramTerms(
    Program.Kind kind,
    int gradeFrom,
    int gradeTo,
    @Nullable LocalDate starts,
    @Nullable LocalDate ends,
    @Nullable Integer seats,
    boolean transport) {

  public ProgramTerms {
    if (gradeFrom > gradeTo || gradeFrom < 0 || gradeTo > 12) {
      throw new IllegalArgumentException("Grades go from 0 (kindergarten) to 12, upwards");
    }
    if (starts != null && ends != null && ends.isBefore(starts)) {
      throw new IllegalArgumentException("A program ends on or after the day on which it starts");
    }
  }
}
