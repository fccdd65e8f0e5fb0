package org.porchlight.referrals.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.Program;
import org.porchlight.referrals.ProgramTerms;
import org.springframework.format.annotation.DateTimeFormat;

/** The terms of a program as they are written into the form. */
public record ProgramForm(
    Program.@Nullable Kind kind,
    @Nullable Integer gradeFrom,
    @Nullable Integer gradeTo,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate starts,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate ends,
    @Nullable Integer seats,
    @Nullable Boolean transport) {

  static ProgramForm of(Program program) {
    return new ProgramForm(
        program.kind(),
        program.gradeFrom(),
        program.gradeTo(),
        program.starts(),
        program.ends(),
        program.seats(),
        program.transport());
  }

  static ProgramForm empty() {
    return new ProgramForm(null, 0, 12, null, null, null, null);
  }

  /**
   * @throws IllegalArgumentException for what makes no program
   */
  ProgramTerms terms() {
    if (kind == null || gradeFrom == null || gradeTo == null || seats != null && seats < 0) {
      throw new IllegalArgumentException(
          "A program has a kind, grades, and no fewer than no seats");
    }
    return new ProgramTerms(
        kind, gradeFrom, gradeTo, starts, ends, seats, Boolean.TRUE.equals(transport));
  }
}
