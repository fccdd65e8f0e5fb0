package org.porchlight.identification.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.identification.ProposedFamily.Figures;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;

/** A family with at least one chronically absent student, to be ranked. */
record Candidate(FamilyId family, Set<SchoolId> schools, List<Absentee> absentees) {

  Candidate {
    if (absentees.isEmpty()) {
      throw new IllegalArgumentException(
          "A family without a chronically absent student is no candidate");
    }
    absentees = absentees.stream().sorted(MOST_MISSED_FIRST).toList();
  }

  private static final Comparator<Absentee> MOST_MISSED_FIRST =
      Comparator.comparing(Absentee::figures, Candidate::compareRates)
          .reversed()
          .thenComparing(a -> a.figures().student().toString());

  Figures worst() {
    return absentees.getFirst().figures();
  }

  List<Figures> figures() {
    return absentees.stream().map(Absentee::figures).toList();
  }

  /** By share of days missed, exact in integers. */
  static int compareRates(Figures a, Figures b) {
    return Long.compare(
        (long) a.absences() * b.enrolledDays(), (long) b.absences() * a.enrolledDays());
  }

  static boolean chronic(AttendanceRate rate) {
    return rate.band() == AttendanceRate.Band.MODERATE_CHRONIC
        || rate.band() == AttendanceRate.Band.SEVERE_CHRONIC;
  }

  /** A chronically absent student; {@code grade} as the roster writes it. */
  record Absentee(Figures figures, @Nullable String grade) {}
}
