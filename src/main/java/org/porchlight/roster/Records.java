package org.porchlight.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The canonical records of the roster. Persons are named by the source system's own numbers, which
 * never leave the roster.
 */
public final class Records {

  public static final String SCHOOL = "schools";
  public static final String STUDENT = "students";
  public static final String TERM = "terms";
  public static final String CALENDAR_DAY = "calendarDays";
  public static final String ENROLLMENT = "enrollments";
  public static final String CONTACT = "contacts";
  public static final String CONTACT_LINK = "contactLinks";
  public static final String STUDENT_LANGUAGE = "studentLanguages";
  public static final String STUDENT_NEED = "studentNeeds";

  private Records() {}

  /**
   * @param name null where a file only mentions the school's number
   */
  public record School(String id, @Nullable String name) implements CanonicalRecord {
    @Override
    public String kind() {
      return SCHOOL;
    }

    @Override
    public String key() {
      return id;
    }

    @Override
    public List<String> needs() {
      return List.of();
    }
  }

  public record Student(String id, String firstName, String lastName, @Nullable LocalDate birthDate)
      implements CanonicalRecord {
    @Override
    public String kind() {
      return STUDENT;
    }

    @Override
    public String key() {
      return id;
    }

    @Override
    public List<String> needs() {
      return List.of();
    }
  }

  /**
   * @param year as the source writes it
   * @param instructionalDays from {@code begins} to {@code ends}, both included
   */
  public record Term(
      String school,
      String year,
      String name,
      LocalDate begins,
      LocalDate ends,
      int instructionalDays)
      implements CanonicalRecord {
    @Override
    public String kind() {
      return TERM;
    }

    @Override
    public String key() {
      return CanonicalRecord.key(school, year, name);
    }

    @Override
    public List<String> needs() {
      return List.of(SCHOOL + ":" + school);
    }

    @Override
    public String scope() {
      return CanonicalRecord.key(school, year);
    }
  }

  /**
   * @param minutes instructional minutes of that day, where known
   */
  public record CalendarDay(
      String school,
      String calendar,
      String year,
      LocalDate day,
      boolean instructional,
      String event,
      @Nullable Integer minutes)
      implements CanonicalRecord {
    @Override
    public String kind() {
      return CALENDAR_DAY;
    }

    @Override
    public String key() {
      return CanonicalRecord.key(school, calendar, year, day);
    }

    @Override
    public List<String> needs() {
      return List.of(SCHOOL + ":" + school);
    }

    @Override
    public String scope() {
      return CanonicalRecord.key(school, calendar, year);
    }
  }

  /**
   * @param exited the last day, included; null while enrolled
   * @param grade as shown to people
   * @param main the student's primary school
   */
  public record Enrollment(
      String student,
      String school,
      LocalDate entered,
      @Nullable LocalDate exited,
      @Nullable String grade,
      boolean main)
      implements CanonicalRecord {
    @Override
    public String kind() {
      return ENROLLMENT;
    }

    @Override
    public String key() {
      return CanonicalRecord.key(student, school, entered);
    }

    @Override
    public List<String> needs() {
      return List.of(STUDENT + ":" + student, SCHOOL + ":" + school);
    }

    /** A school's entries of one school year: last year's are not deleted by this year's file. */
    @Override
    public String scope() {
      int year = entered.getMonthValue() >= 7 ? entered.getYear() + 1 : entered.getYear();
      return CanonicalRecord.key(school, year);
    }
  }

  public record Contact(
      String id,
      String firstName,
      String lastName,
      @Nullable String address,
      @Nullable String email,
      @Nullable String writtenLanguage,
      @Nullable String spokenLanguage,
      List<GivenPhone> phones)
      implements CanonicalRecord {
    @Override
    public String kind() {
      return CONTACT;
    }

    @Override
    public String key() {
      return id;
    }

    @Override
    public List<String> needs() {
      return List.of();
    }
  }

  /**
   * @param restrictions any text restricts, until a person has read it
   */
  public record ContactLink(
      String student,
      String contact,
      @Nullable String relation,
      boolean livesWith,
      boolean legalGuardian,
      boolean emergency,
      boolean main,
      @Nullable Integer priority,
      @Nullable String restrictions)
      implements CanonicalRecord {
    @Override
    public String kind() {
      return CONTACT_LINK;
    }

    @Override
    public String key() {
      return CanonicalRecord.key(student, contact);
    }

    @Override
    public List<String> needs() {
      return List.of(STUDENT + ":" + student, CONTACT + ":" + contact);
    }
  }

  /**
   * @param from who says so: a district's and a school's word are two records
   * @param home BCP 47, the language of the student's home
   */
  public record StudentLanguage(String student, String from, String home)
      implements CanonicalRecord {

    public StudentLanguage(String student, String home) {
      this(student, "", home);
    }

    @Override
    public String kind() {
      return STUDENT_LANGUAGE;
    }

    @Override
    public String key() {
      return CanonicalRecord.key(student, from);
    }

    @Override
    public List<String> needs() {
      return List.of(STUDENT + ":" + student);
    }
  }

  /**
   * @param from who says so: the organization or the program association
   */
  public record StudentNeed(String student, String from, StudentProfiles.Need need)
      implements CanonicalRecord {

    @Override
    public String kind() {
      return STUDENT_NEED;
    }

    @Override
    public String key() {
      return CanonicalRecord.key(student, from, need);
    }

    @Override
    public List<String> needs() {
      return List.of(STUDENT + ":" + student);
    }

    /** A file of characteristics says nothing about one of lunches. */
    @Override
    public String scope() {
      return from;
    }
  }

  /** Lower case without outer blanks: how codes of a source are compared. */
  public static String code(String given) {
    return given.strip().toLowerCase(Locale.ROOT);
  }
}
