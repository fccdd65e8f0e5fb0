package org.porchlight.identification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRate.Band;
import org.porchlight.identification.ProposedFamily.Figures;
import org.porchlight.identification.ProposedFamily.Reason;
import org.porchlight.identification.internal.Candidate.Absentee;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

class RankingTest {

  private static final SchoolId SCHOOL = SchoolId.random();

  @Test
  void shouldRankTheSevereBandByTheStudentWhoMissedMost() {
    Candidate family = family(missed(18, 100, null), missed(31, 120, null));

    assertThat(new SeverityPolicy(100, 50).reason(family))
        .contains(new Reason("SEVERE", 100, List.of(31, 120, 25)));
  }

  @Test
  void shouldRankTheModerateBandBelow() {
    assertThat(new SeverityPolicy(100, 50).reason(family(missed(18, 180, null))))
        .contains(new Reason("MODERATE", 50, List.of(18, 180, 10)));
  }

  @Test
  void shouldCountEachPercentMissed() {
    assertThat(new MissedSharePolicy(2).reason(family(missed(19, 100, null))))
        .contains(new Reason("MISSED_SHARE", 38, List.of(19)));
  }

  @Test
  void shouldCountChronicSiblingsBeyondTheFirst() {
    ChronicSiblingsPolicy policy = new ChronicSiblingsPolicy(10);

    assertThat(policy.reason(family(missed(18, 100, null)))).isEmpty();
    assertThat(
            policy.reason(
                family(missed(18, 100, null), missed(12, 100, null), missed(11, 100, null))))
        .contains(new Reason("SIBLINGS", 20, List.of(3)));
  }

  @Test
  void shouldSeeAGradeThatBeginsASchoolHoweverItIsWritten() {
    TransitionGradePolicy policy = new TransitionGradePolicy(Set.of("6", "Ninth grade"), 5);

    assertThat(policy.reason(family(missed(18, 100, "06"))))
        .contains(new Reason("TRANSITION_GRADE", 5, List.of(1)));
    assertThat(policy.reason(family(missed(18, 100, "ninth grade")))).isPresent();
    assertThat(policy.reason(family(missed(18, 100, "7"), missed(18, 100, null)))).isEmpty();
  }

  @Test
  void shouldPutEverySevereFamilyBeforeAModerateOneWithTheDefaultWeights() {
    Ranking ranking = new Ranking(new IdentificationProperties(100, 50, 1, 10, Set.of("9"), 5, 7));
    Candidate severe = family(missed(20, 100, null));
    Candidate moderate = family(missed(19, 100, "9"), missed(19, 100, null), missed(19, 100, null));

    assertThat(ranking.rank(severe).score()).isGreaterThan(ranking.rank(moderate).score());
  }

  @Test
  void shouldKeepTheReasonsWhosePointsMakeTheScore() {
    Ranking.Ranked ranked =
        new Ranking(new IdentificationProperties(100, 50, 1, 10, Set.of(), 0, 7))
            .rank(family(missed(25, 100, null), missed(10, 100, null)));

    assertThat(ranked.reasons())
        .extracting(Reason::code)
        .containsExactly("SEVERE", "MISSED_SHARE", "SIBLINGS");
    assertThat(ranked.score()).isEqualTo(100 + 25 + 10);
  }

  @Test
  void shouldCountAStudentOnceWithTheSchoolWhereMostWasMissed() {
    StudentId student = StudentId.random();
    SchoolId first = SchoolId.random();
    SchoolId second = SchoolId.random();
    java.time.LocalDate day = java.time.LocalDate.of(2026, 3, 2);

    List<Figures> chronic =
        Candidates.chronic(
            List.of(
                new AttendanceRate(student, first, day, 10, 80, Band.MODERATE_CHRONIC),
                new AttendanceRate(student, second, day, 10, 40, Band.SEVERE_CHRONIC),
                new AttendanceRate(StudentId.random(), second, day, 3, 60, Band.AT_RISK)));

    assertThat(chronic).singleElement().extracting(Figures::school).isEqualTo(second);
  }

  static Candidate family(Absentee... absentees) {
    return new Candidate(FamilyId.random(), Set.of(SCHOOL), Arrays.asList(absentees));
  }

  static Absentee missed(int absences, int days, @Nullable String grade) {
    Band band = 5 * absences >= days ? Band.SEVERE_CHRONIC : Band.MODERATE_CHRONIC;
    return new Absentee(new Figures(StudentId.random(), SCHOOL, absences, days, band), grade);
  }
}
