package org.porchlight.roster.edfi;

import java.util.List;
import java.util.Set;
import org.porchlight.roster.BadValue;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.EdFiElement;
import org.porchlight.roster.EdFiResource;
import org.porchlight.roster.Records;
import org.porchlight.roster.RowSink.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Schools, sessions, calendars, students and enrolments as Ed-Fi writes them. */
@Configuration(proxyBeanMethods = false)
class EdFiRoster {

  private static final Set<String> INSTRUCTIONAL =
      Set.of("instructional day", "make-up day", "student late arrival/early dismissal");

  @Bean
  EdFiResource edFiSchool() {
    return new EdFiPart(
        "School",
        Records.SCHOOL,
        e -> e.required("SchoolId"),
        (e, notes) ->
            List.of(new Records.School(e.required("SchoolId"), e.required("NameOfInstitution"))));
  }

  @Bean
  EdFiResource edFiStudent() {
    return new EdFiPart(
        "Student",
        Records.STUDENT,
        e -> e.required("StudentUniqueId"),
        (e, notes) ->
            List.of(
                new Records.Student(
                    e.required("StudentUniqueId"),
                    e.required("Name", "FirstName"),
                    e.required("Name", "LastSurname"),
                    e.date("BirthData", "BirthDate").orElse(null))));
  }

  @Bean
  EdFiResource edFiSession() {
    return new EdFiPart(
        "Session",
        Records.TERM,
        e -> CanonicalRecord.key(school(e), e.required("SchoolYear"), e.required("SessionName")),
        (e, notes) -> List.of(term(e)));
  }

  private static Records.Term term(EdFiElement e) {
    var begins = e.requiredDate("BeginDate");
    var ends = e.requiredDate("EndDate");
    if (ends.isBefore(begins)) {
      throw BadValue.of("EndDate", Rule.OUT_OF_RANGE, ends.toString());
    }
    return new Records.Term(
        school(e),
        e.required("SchoolYear"),
        e.required("SessionName"),
        begins,
        ends,
        e.number(0, 366, "TotalInstructionalDays")
            .orElseThrow(() -> BadValue.of("TotalInstructionalDays", Rule.REQUIRED, "")));
  }

  @Bean
  EdFiResource edFiCalendarDate() {
    return new EdFiPart(
        "CalendarDate",
        Records.CALENDAR_DAY,
        e -> calendarDay(e).key(),
        (e, notes) -> List.of(calendarDay(e)));
  }

  private static Records.CalendarDay calendarDay(EdFiElement e) {
    EdFiElement calendar =
        e.at("CalendarReference", "CalendarIdentity")
            .orElseThrow(() -> BadValue.of("CalendarReference", Rule.REQUIRED, ""));
    List<String> events =
        e.all("CalendarEvent").stream()
            .map(event -> event.code().orElse(""))
            .filter(code -> !code.isEmpty())
            .toList();
    if (events.isEmpty()) {
      throw BadValue.of("CalendarEvent", Rule.REQUIRED, "");
    }
    return new Records.CalendarDay(
        school(calendar),
        calendar.required("CalendarCode"),
        calendar.required("SchoolYear"),
        e.requiredDate("Date"),
        events.stream().map(Records::code).anyMatch(INSTRUCTIONAL::contains),
        String.join(", ", events),
        null);
  }

  @Bean
  EdFiResource edFiEnrollment() {
    return new EdFiPart(
        "StudentSchoolAssociation",
        Records.ENROLLMENT,
        e -> CanonicalRecord.key(student(e), school(e), e.requiredDate("EntryDate")),
        (e, notes) -> List.of(enrollment(e)));
  }

  private static Records.Enrollment enrollment(EdFiElement e) {
    var entered = e.requiredDate("EntryDate");
    var exited = e.date("ExitWithdrawDate").orElse(null);
    if (exited != null && exited.isBefore(entered)) {
      throw BadValue.of("ExitWithdrawDate", Rule.OUT_OF_RANGE, exited.toString());
    }
    return new Records.Enrollment(
        student(e),
        school(e),
        entered,
        exited,
        e.code("EntryGradeLevel").orElse(null),
        e.yesOrNo("PrimarySchool").orElse(false));
  }

  static String student(EdFiElement e) {
    return e.reference("Student", "StudentUniqueId");
  }

  static String school(EdFiElement e) {
    return e.reference("School", "SchoolId");
  }
}
