package org.porchlight.identification.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.identification.ProposedFamily.Figures;
import org.porchlight.roster.StudentProfiles.Need;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;

/** A family with at least one student to be offered visits for, to be ranked. */
record Candidate(FamilyId family, Set<SchoolId> schools, List<Absentee> absentees) {

  Candidate {
    if (absentees.isEmpty()) {
      throw new IllegalArgumentException(
          "A family without a student who is eligible is no candidate");
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
        (long) a.absences() * Math.max(1, b.enrolledDays()),
        (long) b.absences() * Math.max(1, a.enrolledDays()));
  }

  static boolean chronic(AttendanceRate rate) {
    return rate.band() == AttendanceRate.Band.MODERATE_CHRONIC
        || rate.band() == AttendanceRate.Band.SEVERE_CHRONIC;
  }

  /**
   * A student who misses much, or begins a school without history.
   *
   * @param grade as the roster writes it; in summer that of the year to come
   * @param trend null where there are too few days to tell
   */
  record Absentee(Figures figures, @Nullable String grade, Set<Need> needs, @Nullable Trend trend) {

    boolean withoutHistory() {
      return figures.enrolledDays() == 0;
    }
  }

  /**
   * The last four weeks against the time before.
   *
   * @param missed days missed lately
   * @param days enrolled lately
   * @param earlierPercent missed before
   */
  record Trend(int missed, int days, int earlierPercent) {

    private static final int NOTICEABLE = 5;

    /** At least five percent of days more than before. */
    boolean worsening() {
      return Thresholds.atLeast(missed, days, earlierPercent + NOTICEABLE);
    }
  }
}
