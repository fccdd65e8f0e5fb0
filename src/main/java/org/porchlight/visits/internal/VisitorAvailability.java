package org.porchlight.visits.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.porchlight.cases.Cases;
import org.porchlight.cases.StaffRecords;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.Schools;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When and where visitors would visit, and how many families they take: their own choice. */
@Service
@Transactional
public class VisitorAvailability {

  private static final int MOST_FAMILIES = 50;

  private final VisitorStore visitors;
  private final AvailabilityStore availability;
  private final VisitorDirectory directory;
  private final Schools schools;
  private final Appointments appointments;
  private final Cases cases;
  private final StaffRecords staff;
  private final SchoolCalendars calendars;
  private final Clock clock;

  VisitorAvailability(
      VisitorStore visitors,
      AvailabilityStore availability,
      VisitorDirectory directory,
      Schools schools,
      Appointments appointments,
      Cases cases,
      StaffRecords staff,
      SchoolCalendars calendars,
      Clock clock) {
    this.visitors = visitors;
    this.availability = availability;
    this.directory = directory;
    this.schools = schools;
    this.appointments = appointments;
    this.cases = cases;
    this.staff = staff;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * @param limit most families at once
   * @param schools of the district, by name
   */
  public record Said(
      UserId visitor,
      String firstName,
      Availability availability,
      int limit,
      List<Schools.School> schools) {}

  /** Throws {@link NoSuchElementException} where this person visits no families. */
  @Transactional(readOnly = true)
  public Said own(UserId visitor) {
    Visitor known =
        visitors
            .find(visitor)
            .orElseThrow(() -> new NoSuchElementException("You are not on the list of visitors"));
    return new Said(
        visitor,
        known.firstName(),
        known.availability(),
        known.caseloadLimit(),
        schools.ofDistrict(known.district()));
  }

  /** For a coordinator; throws as {@link VisitorDirectory#account}. */
  @Transactional(readOnly = true)
  public Said of(UserId visitor) {
    directory.account(visitor);
    return own(visitor);
  }

  /**
   * A visitor says it of themselves. Of a visit that is planned while they are away the coordinator
   * gets a task.
   *
   * @throws IllegalArgumentException with what to change; nothing is changed
   */
  public void saveOwn(UserId visitor, Availability said, int limit) {
    if (limit < 1 || limit > MOST_FAMILIES) {
      throw new IllegalArgumentException("Take between 1 and " + MOST_FAMILIES + " families");
    }
    if (own(visitor).schools().stream()
            .map(Schools.School::id)
            .filter(said.schools()::contains)
            .count()
        != said.schools().size()) {
      throw new IllegalArgumentException("Choose schools of your district");
    }
    availability.save(visitor, said);
    visitors.limit(visitor, limit);
    appointments.ofVisitor(visitor.value(), Appointment.State.PLANNED).stream()
        .filter(visit -> said.awayOn(day(visit)) && cases.get(visit.caseId()).live())
        .forEach(visit -> tellCoordinator(visit, visitor));
  }

  private LocalDate day(Appointment visit) {
    return visit.startsAt().atZone(calendars.zone(visit.district())).toLocalDate();
  }

  /** Once for each visit; a day before it others are chosen in any case. */
  private void tellCoordinator(Appointment visit, UserId visitor) {
    UUID request =
        UUID.nameUUIDFromBytes(
            ("away:" + visit.id() + ":" + visitor).getBytes(StandardCharsets.UTF_8));
    staff.record(
        visit.caseId(), StaffRecords.What.SUCCESSOR_WANTED, request, visitor, clock.instant());
  }

  /** A coordinator says it for a visitor; throws as {@link #of} and {@link #saveOwn}. */
  public void save(UserId visitor, Availability said, int limit) {
    directory.account(visitor);
    saveOwn(visitor, said, limit);
  }
}
