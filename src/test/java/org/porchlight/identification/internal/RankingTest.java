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
import org.porchlight.identification.internal.Candidate.Trend;
import org.porchlight.roster.StudentProfiles.Need;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

class RankingTest {

  private static final SchoolId SCHOOL = SchoolId.random();

  @Test
  void shouldRankTheSevereBandByTheStudentWhoMissedMost() {
    Candidate family = family(missed(18, 100, null), missed(31, 120, null));

    assertThat(new SeverityPolicy(TestSettings.defaults().weights(), 20).reason(family))
        .contains(new Reason("SEVERE", 100, List.of(31, 120, 25)));
  }

  @Test
  void shouldRankTheModerateBandBelow() {
    assertThat(
            new SeverityPolicy(TestSettings.defaults().weights(), 20)
                .reason(family(missed(18, 180, null))))
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
    Ranking ranking = new Ranking(TestSettings.defaults());
    Candidate severe = family(missed(20, 100, null));
    Candidate moderate = family(missed(19, 100, "9"), missed(19, 100, null), missed(19, 100, null));

    assertThat(ranking.rank(severe).score()).isGreaterThan(ranking.rank(moderate).score());
  }

  @Test
  void shouldKeepTheReasonsWhosePointsMakeTheScore() {
    Ranking.Ranked ranked =
        new Ranking(TestSettings.defaults())
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

    AttendanceRate worst = new AttendanceRate(student, second, day, 10, 40, Band.SEVERE_CHRONIC);
    assertThat(
            Candidates.worst(
                List.of(
                    new AttendanceRate(student, first, day, 10, 80, Band.MODERATE_CHRONIC),
                    worst,
                    new AttendanceRate(StudentId.random(), second, day, 3, 9, Band.TOO_EARLY)),
                new Thresholds(10, 20, 10, false, false)))
        .containsExactly(java.util.Map.entry(student, worst));
  }

  @Test
  void shouldSayWhoIsOnlyAtRiskAndWhoHasNoHistory() {
    SeverityPolicy policy = new SeverityPolicy(TestSettings.defaults().weights(), 20);
    Figures none = new Figures(StudentId.random(), SCHOOL, 0, 0, Band.TOO_EARLY);
    Figures few = new Figures(StudentId.random(), SCHOOL, 6, 100, Band.AT_RISK);

    assertThat(policy.reason(family(new Absentee(few, null, Set.of(), null))))
        .contains(new Reason("AT_RISK", 10, List.of(6, 100, 6)));
    assertThat(policy.reason(family(new Absentee(none, "K", Set.of(Need.FOSTER), null))))
        .contains(new Reason("NO_HISTORY", 0, List.of(1)));
  }

  @Test
  void shouldCountANeedOncePerFamilyAndSayHowManyChildrenHaveIt() {
    NeedPolicy policy = new NeedPolicy(Need.HOMELESS, 10);
    Figures figures = missed(18, 100, null).figures();
    Absentee homeless = new Absentee(figures, null, Set.of(Need.HOMELESS), null);

    assertThat(policy.reason(family(homeless, homeless)))
        .contains(new Reason("HOMELESS", 10, List.of(2)));
    assertThat(policy.reason(family(missed(18, 100, null)))).isEmpty();
    assertThat(new NeedPolicy(Need.HOMELESS, 0).reason(family(homeless))).isEmpty();
  }

  @Test
  void shouldSeeThatAStudentMissesMoreThanBefore() {
    WorseningPolicy policy = new WorseningPolicy(5);
    Figures figures = missed(18, 100, null).figures();

    assertThat(policy.reason(family(new Absentee(figures, null, Set.of(), new Trend(5, 20, 12)))))
        .contains(new Reason("WORSENING", 5, List.of(5, 20, 12)));
    assertThat(policy.reason(family(new Absentee(figures, null, Set.of(), new Trend(3, 20, 12)))))
        .isEmpty();
  }

  static Candidate family(Absentee... absentees) {
    return new Candidate(FamilyId.random(), Set.of(SCHOOL), Arrays.asList(absentees));
  }

  static Absentee missed(int absences, int days, @Nullable String grade) {
    Band band = 5 * absences >= days ? Band.SEVERE_CHRONIC : Band.MODERATE_CHRONIC;
    return new Absentee(
        new Figures(StudentId.random(), SCHOOL, absences, days, band), grade, Set.of(), null);
  }
}
