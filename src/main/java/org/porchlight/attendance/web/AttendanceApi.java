package org.porchlight.attendance.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate;
import org.porchlight.access.Role;
import org.porchlight.attendance.AttendanceRate;
import org.porchlight.attendance.AttendanceRate.Band;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.roster.Families;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Rates for systems. A student's opens the family's file; a school's are counts only. */
@RestController
class AttendanceApi {

  private final AttendanceRates rates;
  private final Families families;
  private final Schools schools;
  private final CurrentActor actor;

  AttendanceApi(AttendanceRates rates, Families families, Schools schools, CurrentActor actor) {
    this.rates = rates;
    this.families = families;
    this.schools = schools;
    this.actor = actor;
  }

  record Rate(UUID school, LocalDate asOf, int absences, int enrolledDays, Band band) {
    static Rate of(AttendanceRate rate) {
      return new Rate(
          rate.school().value(), rate.asOf(), rate.absences(), rate.enrolledDays(), rate.band());
    }
  }

  /**
   * @param asOf default: the newest date with attendance in the district
   */
  @GetMapping("/api/v1/students/{id}/attendance")
  List<Rate> ofStudent(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate asOf) {
    StudentId student = new StudentId(id);
    var family =
        families
            .ofStudent(student)
            .orElseThrow(
                () ->
                    new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such student"));
    var opened = families.open(family, FileGate.Channel.API);
    return day(opened.family().district(), asOf)
        .map(day -> rates.ofStudent(student, day).stream().map(Rate::of).toList())
        .orElse(List.of());
  }

  private Optional<LocalDate> day(DistrictId district, @Nullable LocalDate asOf) {
    return asOf == null ? rates.latestDate(district) : Optional.of(asOf);
  }

  /**
   * @param students with a rate, per band
   */
  record SchoolRates(
      UUID school, @Nullable LocalDate asOf, int students, Map<Band, Integer> bands) {}

  @GetMapping("/api/v1/schools/{id}/attendance")
  SchoolRates ofSchool(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate asOf) {
    SchoolId school = new SchoolId(id);
    Schools.School found =
        schools
            .find(school)
            .filter(s -> sees(actor.get(), s))
            .orElseThrow(AttendanceApi::noSuchSchool);
    LocalDate day = day(found.district(), asOf).orElse(null);
    List<AttendanceRate> all = day == null ? List.of() : rates.ofSchool(school, day);
    Map<Band, Integer> bands = new EnumMap<>(Band.class);
    all.forEach(rate -> bands.merge(rate.band(), 1, Integer::sum));
    return new SchoolRates(id, day, all.size(), bands);
  }

  private static boolean sees(Actor by, Schools.School school) {
    boolean staff = by.has(Role.COORDINATOR) || by.has(Role.TEAM) || by.has(Role.ADMINISTRATOR);
    return staff
        && (by.district() == null || school.district().equals(by.district()))
        && (by.districtWide() || by.schools().contains(school.id()));
  }

  private static ResponseStatusException noSuchSchool() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no such school in your scope");
  }
}
