package org.porchlight.identification;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.porchlight.attendance.AttendanceEvent;
import org.porchlight.attendance.AttendanceStatus;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.Districts;
import org.porchlight.roster.Families;
import org.porchlight.roster.GivenPhone;
import org.porchlight.roster.Records;
import org.porchlight.roster.RosterLoader;
import org.porchlight.roster.Schools;
import org.porchlight.roster.StudentProfiles;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Component;

/** Invents small districts with families and attendance, each test its own. */
@Component
public class Town {

  /** The days of every invented school year: forty weekdays. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);

  private static final int DAYS = 40;

  private final Districts districts;
  private final RosterLoader loader;
  private final Schools schools;
  private final Families families;

  Town(Districts districts, RosterLoader loader, Schools schools, Families families) {
    this.districts = districts;
    this.loader = loader;
    this.schools = schools;
    this.families = families;
  }

  /** Two schools, {@code elm} and {@code oak}, without students yet. */
  public DistrictId district() {
    DistrictId district =
        districts.add("Town " + UUID.randomUUID(), ZoneId.of("America/New_York"), "CT");
    List<CanonicalRecord> records = new ArrayList<>();
    for (String school : List.of("elm", "oak")) {
      records.add(new Records.School(school, school + " school"));
      records.add(
          new Records.Term(school, "2027", "Year", FIRST_DAY, LocalDate.of(2027, 6, 11), DAYS));
      days()
          .forEach(
              day ->
                  records.add(
                      new Records.CalendarDay(
                          school, "main", "2027", day, true, "Instructional day", null)));
    }
    loader.load(district, records.stream());
    return district;
  }

  /**
   * A family whose children, all at one school, miss so many of forty days each.
   *
   * @param name unique in the district
   */
  public FamilyId family(
      DistrictId district, String name, String school, String language, int... missed) {
    List<CanonicalRecord> records = new ArrayList<>();
    records.add(
        new Records.Contact(
            "contact-" + name,
            "Pat",
            "Example",
            "1 Example Street",
            null,
            language,
            language,
            List.of(GivenPhone.of("+1 860 555 0142", "Mobile", 1, true))));
    for (int child = 0; child < missed.length; child++) {
      String student = name + "-" + child;
      records.add(new Records.Student(student, "Child" + child, "Example", null));
      records.add(new Records.Enrollment(student, school, FIRST_DAY, null, "4", true));
      records.add(new Records.StudentLanguage(student, language));
      records.add(
          new Records.ContactLink(
              student, "contact-" + name, "Mother", true, true, false, true, 1, null));
      List<LocalDate> days = days();
      for (int day = 0; day < days.size(); day++) {
        boolean absent = day < missed[child];
        if (absent || day == days.size() - 1) {
          records.add(
              AttendanceEvent.of(
                  student,
                  school,
                  days.get(day),
                  absent ? AttendanceStatus.ABSENT_UNEXCUSED : AttendanceStatus.PRESENT));
        }
      }
    }
    loader.load(district, records.stream());
    return families
        .ofStudent(schools.studentBySourceId(district, name + "-0").orElseThrow())
        .orElseThrow();
  }

  /** The family's first child has this need. */
  public void need(DistrictId district, String name, StudentProfiles.Need need) {
    loader.load(district, Stream.of(new Records.StudentNeed(name + "-0", "characteristics", need)));
  }

  /** The family's first child came to school on this day. */
  public void present(DistrictId district, String name, String school, LocalDate day) {
    loader.load(
        district,
        Stream.of(AttendanceEvent.of(name + "-0", school, day, AttendanceStatus.PRESENT)));
  }

  /** The family's first child is enrolled at another school from a later day on. */
  public void moves(
      DistrictId district, String name, String school, LocalDate enters, String grade) {
    loader.load(
        district,
        Stream.of(new Records.Enrollment(name + "-0", school, enters, null, grade, true)));
  }

  /** A family whose only child is about to begin school. */
  public FamilyId entrant(DistrictId district, String name, String school, LocalDate enters) {
    String student = name + "-0";
    loader.load(
        district,
        Stream.of(
            new Records.Contact(
                "contact-" + name,
                "Pat",
                "Example",
                "2 Example Street",
                null,
                "en",
                "en",
                List.of(GivenPhone.of("+1 860 555 0143", "Mobile", 1, true))),
            new Records.Student(student, "Child", "Example", null),
            new Records.Enrollment(student, school, enters, null, "K", true),
            new Records.ContactLink(
                student, "contact-" + name, "Mother", true, true, false, true, 1, null)));
    return families
        .ofStudent(schools.studentBySourceId(district, student).orElseThrow())
        .orElseThrow();
  }

  public SchoolId school(DistrictId district, String sourceId) {
    return schools.bySourceId(district, sourceId).orElseThrow().id();
  }

  private static List<LocalDate> days() {
    return FIRST_DAY
        .datesUntil(FIRST_DAY.plusDays(80))
        .filter(
            day ->
                day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
        .limit(DAYS)
        .toList();
  }
}
