package org.porchlight.journey;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Ed-Fi files of a school with two invented families, with dates around a given day: a school
 * year that has been running for three months, of which both students missed half.
 */
record SmallDistrict(LocalDate today) {

  private static final String EVENT =
      """
      <StudentSchoolAttendanceEvent>
        <AttendanceEvent>
          <EventDate>%s</EventDate>
          <AttendanceEventCategory>uri://ed-fi.org/AttendanceEventCategoryDescriptor#Unexcused Absence</AttendanceEventCategory>
        </AttendanceEvent>
        <StudentReference><StudentIdentity><StudentUniqueId>%s</StudentUniqueId></StudentIdentity></StudentReference>
        <SchoolReference><SchoolIdentity><SchoolId>501</SchoolId></SchoolIdentity></SchoolReference>
      </StudentSchoolAttendanceEvent>
      """;

  FilePayload[] files() {
    return new FilePayload[] {
      resource("school.xml"), resource("students.xml"), resource("contacts.xml"), attendance()
    };
  }

  private FilePayload attendance() {
    String events =
        begin()
            .datesUntil(today)
            .filter(day -> day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue())
            .filter(day -> day.getDayOfMonth() % 2 == 0)
            .flatMap(day -> Stream.of(EVENT.formatted(day, 7101), EVENT.formatted(day, 7102)))
            .collect(Collectors.joining());
    return file(
        "attendance.xml",
        "<InterchangeStudentAttendance xmlns=\"http://ed-fi.org/5.2.0\">"
            + events
            + "</InterchangeStudentAttendance>");
  }

  private FilePayload resource(String name) {
    try (InputStream in = SmallDistrict.class.getResourceAsStream("/edfi-small/" + name)) {
      if (in == null) {
        throw new IllegalStateException("No fixture " + name);
      }
      return file(
          name,
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("@begin@", begin().toString())
              .replace("@end@", today.plusDays(180).toString())
              .replace("@year@", String.valueOf(today.getYear() + 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LocalDate begin() {
    return today.minusDays(90);
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "application/xml", text.getBytes(StandardCharsets.UTF_8));
  }
}
