package org.porchlight.attendance.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.attendance.AttendanceEvent;
import org.porchlight.attendance.AttendanceStatus;
import org.porchlight.roster.BadValue;
import org.porchlight.roster.CanonicalRecord;
import org.porchlight.roster.EdFiElement;
import org.porchlight.roster.EdFiResource;
import org.porchlight.roster.Records;
import org.porchlight.roster.RowSink.Rule;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/**
 * School attendance events as Ed-Fi writes them. Section events are lessons, not days: they are not
 * read.
 */
@Component
class EdFiAttendance implements EdFiResource {

  private final StatusCodes codes;

  EdFiAttendance(StatusCodes codes) {
    this.codes = codes;
  }

  @Override
  public String element() {
    return "StudentSchoolAttendanceEvent";
  }

  @Override
  public Reader open(DistrictId district) {
    return new Events(codes.of(district, "edfi-xml"));
  }

  private record Events(Map<String, AttendanceStatus> codes) implements Reader {

    @Override
    public String kind() {
      return AttendanceEvent.KIND;
    }

    @Override
    public @Nullable String key(EdFiElement e) {
      try {
        return CanonicalRecord.key(
            student(e), school(e), e.requiredDate("AttendanceEvent", "EventDate"), code(e));
      } catch (BadValue unknown) {
        return null;
      }
    }

    @Override
    public List<CanonicalRecord> read(EdFiElement e, Notes notes) {
      String category = category(e);
      AttendanceStatus status = codes.get(Records.code(category));
      if (status == null) {
        throw BadValue.of("AttendanceEventCategory", Rule.UNKNOWN_CODE, category);
      }
      Integer minutes = e.number(0, 1440, "SchoolAttendanceDuration").orElse(null);
      return List.of(
          new AttendanceEvent(
              student(e),
              school(e),
              e.requiredDate("AttendanceEvent", "EventDate"),
              code(e),
              status,
              status == AttendanceStatus.PRESENT ? minutes : null,
              missed(status) ? minutes : null,
              part(e, status)));
    }

    /**
     * The standard calls it the duration of the event: of a tardy, what was missed; of "Partial" it
     * does not say which part.
     */
    private static boolean missed(AttendanceStatus status) {
      return status == AttendanceStatus.TARDY || status == AttendanceStatus.EARLY_DEPARTURE;
    }

    private static @Nullable BigDecimal part(EdFiElement e, AttendanceStatus status) {
      String text = e.text("AttendanceEvent", "EventDuration").orElse(null);
      if (text == null || !status.name().startsWith("ABSENT")) {
        return null;
      }
      try {
        BigDecimal days = new BigDecimal(text);
        if (days.signum() < 0) {
          throw BadValue.of("EventDuration", Rule.OUT_OF_RANGE, text);
        }
        return days.min(BigDecimal.ONE);
      } catch (NumberFormatException notANumber) {
        throw BadValue.of("EventDuration", Rule.NOT_A_NUMBER, text);
      }
    }

    private static String student(EdFiElement e) {
      return e.reference("Student", "StudentUniqueId");
    }

    private static String school(EdFiElement e) {
      return e.reference("School", "SchoolId");
    }

    private static String category(EdFiElement e) {
      return e.code("AttendanceEvent", "AttendanceEventCategory")
          .orElseThrow(() -> BadValue.of("AttendanceEventCategory", Rule.REQUIRED, ""));
    }

    private static String code(EdFiElement e) {
      String session = e.text("SessionReference", "SessionIdentity", "SessionName").orElse("");
      return CanonicalRecord.key(session, category(e));
    }
  }
}
