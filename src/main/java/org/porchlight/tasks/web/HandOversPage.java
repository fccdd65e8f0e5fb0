package org.porchlight.tasks.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.cases.HandOvers;
import org.porchlight.cases.HandOvers.HandOver;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Students of open cases who begin at another school soon: for both schools. */
@Controller
class HandOversPage {

  private final HandOvers handOvers;
  private final Families families;
  private final Schools schools;
  private final SchoolCalendars calendars;
  private final CurrentActor current;
  private final Clock clock;

  HandOversPage(
      HandOvers handOvers,
      Families families,
      Schools schools,
      SchoolCalendars calendars,
      CurrentActor current,
      Clock clock) {
    this.handOvers = handOvers;
    this.families = families;
    this.schools = schools;
    this.calendars = calendars;
    this.current = current;
    this.clock = clock;
  }

  @GetMapping("/families/hand-overs")
  String list(Model model) {
    Actor actor = current.get();
    DistrictId district = actor.district();
    model.addAttribute("lines", district == null ? List.of() : lines(actor, district));
    return "families/hand-overs";
  }

  private List<Line> lines(Actor actor, DistrictId district) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), calendars.zone(district));
    return handOvers.ofDistrict(district, today).stream()
        .filter(one -> inScope(actor, one))
        .map(this::line)
        .toList();
  }

  private static boolean inScope(Actor actor, HandOver one) {
    boolean staff =
        actor.has(Role.COORDINATOR) || actor.has(Role.TEAM) || actor.has(Role.ADMINISTRATOR);
    return staff
        && (actor.districtWide()
            || actor.has(Role.ADMINISTRATOR)
            || actor.schools().contains(one.to())
            || actor.schools().stream().anyMatch(school -> school.equals(one.from())));
  }

  private Line line(HandOver one) {
    String student =
        families.find(one.family()).stream()
            .flatMap(family -> family.students().stream())
            .filter(each -> each.id().equals(one.student()))
            .map(HandOversPage::name)
            .findFirst()
            .orElse("");
    return new Line(
        one.family().toString(),
        student,
        school(one.from()),
        school(one.to()),
        Times.day(one.begins()),
        one.settled());
  }

  private static String name(Family.Student student) {
    return student.firstName() + " " + student.lastName();
  }

  private String school(@Nullable SchoolId id) {
    return Optional.ofNullable(id).flatMap(schools::find).map(Schools.School::name).orElse("");
  }

  public record Line(
      String family, String student, String from, String to, String begins, boolean settled) {}
}
