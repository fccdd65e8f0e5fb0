package org.porchlight.identification;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one district runs its program, in one version. There is no setting for consent, for the
 * number of visitors, for their training or for who decides: those are the program's cornerstones
 * (leap-brief.md) and hold everywhere.
 *
 * <p>"School days" are days of the school's calendar, "days" are calendar days, percents are of the
 * days enrolled, times are of the district's zone.
 *
 * @param version counts up from 1; 0: the defaults, nobody has changed anything yet
 * @param lookEachSchoolDay whether a process looks for families by itself each school day
 * @param weeklyCapacity families that a week (Monday to Sunday) can take on: proposals that wait
 *     for a decision and families accepted this week together
 * @param languages the program works in, BCP 47, without English
 */
public record ProgramSettings(
    int version,
    boolean lookEachSchoolDay,
    Targeting targeting,
    Eligibility eligibility,
    Weights weights,
    int weeklyCapacity,
    Cadence cadence,
    Attempts attempts,
    Contact contact,
    Ending ending,
    List<String> languages,
    Summer summer) {

  public ProgramSettings {
    languages = List.copyOf(languages);
  }

  /**
   * What holds where nobody has set anything: the brief's words and the habits of its districts.
   */
  public static ProgramSettings defaults() {
    return new ProgramSettings(
        0,
        false,
        new Targeting(
            Approach.DISTRICT_WIDE, Set.of(), Set.of("K", "6", "9"), new Group(null, null)),
        new Eligibility(5, 10, 20, 10),
        new Weights(100, 50, 10, 1, 5, 10, 5, 5, 5, 10, 10),
        500,
        new Cadence(3, 14, 30),
        new Attempts(3, 2, 3, 3),
        new Contact(LocalTime.of(9, 0), LocalTime.of(20, 0), 6),
        new Ending(180, 30, 6),
        List.of("es"),
        new Summer(
            false,
            MonthDay.of(6, 20),
            MonthDay.of(8, 25),
            Set.of(
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(20, 0)));
  }

  /** Whether staff work on this day: by the summer's own days, else where it is a school day. */
  public boolean worksOn(LocalDate day, boolean schoolDay) {
    return summer.covers(day) ? summer.workDays().contains(day.getDayOfWeek()) : schoolDay;
  }

  /** The same settings as another version. */
  public ProgramSettings as(int otherVersion) {
    return new ProgramSettings(
        otherVersion,
        lookEachSchoolDay,
        targeting,
        eligibility,
        weights,
        weeklyCapacity,
        cadence,
        attempts,
        contact,
        ending,
        languages,
        summer);
  }

  /** Which students a program looks at: the brief's four approaches. */
  public enum Approach {
    DISTRICT_WIDE,
    /** Some schools, those with the highest rates. */
    SCHOOLS,
    /** Students who begin a new school: kindergarten, middle school, high school. */
    TRANSITION_GRADES,
    /** A group by home language or program; never by country of birth or status. */
    GROUP
  }

  /**
   * @param schools our opaque ids of schools, for {@link Approach#SCHOOLS}
   * @param transitionGrades as rosters write them, for {@link Approach#TRANSITION_GRADES} and the
   *     ranking
   */
  public record Targeting(
      Approach approach, Set<UUID> schools, Set<String> transitionGrades, Group group) {
    public Targeting {
      schools = Set.copyOf(schools);
      transitionGrades = Set.copyOf(transitionGrades);
    }
  }

  /**
   * Students of either; there is nothing else by which a group can be chosen.
   *
   * @param homeLanguage BCP 47
   * @param program a code of the roster's need factors
   */
  public record Group(@Nullable String homeLanguage, @Nullable String program) {}

  /**
   * Inputs of the decision {@code eligibility}. Chronic absence itself is the law's (10 %), see the
   * attendance module.
   *
   * @param atRiskPercent missed from which a student is at risk
   * @param fromPercent missed from which the program offers visits
   * @param severePercent missed from which need is severe
   * @param minimumDays enrolled before a rate counts at all
   */
  public record Eligibility(
      int atRiskPercent, int fromPercent, int severePercent, int minimumDays) {}

  /**
   * Points of the ranking; 0 leaves a factor out.
   *
   * @param severe for a student from the severe percent on
   * @param moderate below it
   * @param atRisk below chronic absence
   * @param perPercent for each percent missed by the student who missed most
   * @param worsening more days missed lately than before
   * @param perSibling for each further student of the family who misses too much
   * @param transitionGrade a student in a transition grade
   * @param freeOrReducedLunch a student who gets it
   * @param englishLearner a student who learns English
   * @param homeless counted for all, named to those who may know
   * @param foster counted for all, named to those who may know
   */
  public record Weights(
      int severe,
      int moderate,
      int atRisk,
      int perPercent,
      int worsening,
      int perSibling,
      int transitionGrade,
      int freeOrReducedLunch,
      int englishLearner,
      int homeless,
      int foster) {}

  /**
   * Inputs of the decision {@code visit-cadence}.
   *
   * @param visitToCallSchoolDays from a visit to its follow-up call
   * @param callToCallDays from one call to the next
   * @param visitToVisitDays from one visit to the next
   */
  public record Cadence(int visitToCallSchoolDays, int callToCallDays, int visitToVisitDays) {}

  /**
   * @param contactTries by a person on different days, before the team decides
   * @param reminders of an unanswered invitation, before a person calls
   * @param visitTries that may find no one home, before the team decides
   * @param callTries of one follow-up call
   */
  public record Attempts(int contactTries, int reminders, int visitTries, int callTries) {}

  /**
   * @param opens texts leave from this time
   * @param closes until this one
   * @param budget contacts of all kinds that nobody asked for, per family in 30 days, across
   *     siblings; agreed visits, receipts and safety are outside it
   */
  public record Contact(LocalTime opens, LocalTime closes, int budget) {}

  /**
   * @param restAfterNoDays before a family that said no may be asked once more
   * @param restAfterCloseDays before a family whose case the team closed may be proposed again
   * @param recoveryWeeks of good attendance after which closing is offered
   */
  public record Ending(int restAfterNoDays, int restAfterCloseDays, int recoveryWeeks) {}

  /**
   * The program between school years, with a work calendar of its own.
   *
   * @param runs whether there is one
   * @param from first day, each year
   * @param until last day
   * @param workDays weekdays on which staff work
   * @param opens texts leave from this time
   * @param closes until this one
   */
  public record Summer(
      boolean runs,
      MonthDay from,
      MonthDay until,
      Set<DayOfWeek> workDays,
      LocalTime opens,
      LocalTime closes) {
    public Summer {
      workDays = Set.copyOf(workDays);
    }

    /** Whether the program works on this day as a summer program. */
    public boolean covers(LocalDate day) {
      MonthDay date = MonthDay.from(day);
      return runs && !date.isBefore(from) && !date.isAfter(until);
    }
  }
}
