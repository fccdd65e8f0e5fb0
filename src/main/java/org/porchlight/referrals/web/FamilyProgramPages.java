package org.porchlight.referrals.web;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.referrals.Program;
import org.porchlight.referrals.placement.Placement;
import org.porchlight.referrals.placement.PlacementState;
import org.porchlight.referrals.placement.Placements;
import org.porchlight.referrals.placement.ProgramOffers;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.StudentId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Programs for one family's children: offered, waited for, begun. */
@Controller
@RequestMapping("/families/{family}/programs")
class FamilyProgramPages {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  private final Families families;
  private final Cases cases;
  private final Placements placements;
  private final ProgramOffers offers;
  private final SchoolCalendars calendars;
  private final CurrentActor current;
  private final Clock clock;

  FamilyProgramPages(
      Families families,
      Cases cases,
      Placements placements,
      ProgramOffers offers,
      SchoolCalendars calendars,
      CurrentActor current,
      Clock clock) {
    this.families = families;
    this.cases = cases;
    this.placements = placements;
    this.offers = offers;
    this.calendars = calendars;
    this.current = current;
    this.clock = clock;
  }

  /** One student with what they have and what suits their grade. */
  public record Child(UUID id, String name, List<Placed> placed, List<Program> suitable) {}

  /**
   * @param next states that it can go to
   */
  public record Placed(
      UUID id, String program, PlacementState state, String since, List<PlacementState> next) {}

  @GetMapping
  String show(
      @PathVariable UUID family, @RequestParam(defaultValue = "false") boolean late, Model model) {
    Family of = opened(family);
    ZoneId zone = calendars.zone(of.district());
    List<Placement> all = placements.of(openCase(of).id());
    List<Program> programs =
        offers.comingUp(of.district(), clock.instant().atZone(zone).toLocalDate());
    model.addAttribute("familyId", family);
    model.addAttribute("late", late);
    model.addAttribute(
        "children",
        of.students().stream().map(student -> child(student, all, programs, zone)).toList());
    return "families/programs";
  }

  private static Child child(
      Family.Student student, List<Placement> all, List<Program> programs, ZoneId zone) {
    List<Placement> own = all.stream().filter(each -> each.student().equals(student.id())).toList();
    return new Child(
        student.id().value(),
        student.firstName(),
        own.stream()
            .map(
                each ->
                    new Placed(
                        each.id(),
                        each.program(),
                        each.state(),
                        DAY.format(each.since().atZone(zone)),
                        each.state().next()))
            .toList(),
        programs.stream()
            .filter(program -> program.suits(student.grade()))
            .filter(
                program ->
                    own.stream()
                        .noneMatch(
                            each ->
                                each.resource().equals(program.resource())
                                    && !each.state().next().isEmpty()))
            .toList());
  }

  @PostMapping
  String offer(@PathVariable UUID family, @RequestParam UUID student, @RequestParam UUID program) {
    Family of = opened(family);
    StudentId child = new StudentId(student);
    if (of.students().stream().noneMatch(each -> each.id().equals(child))) {
      throw new NoSuchElementException();
    }
    placements.offer(openCase(of).id(), child, program, current.get().id(), clock.instant());
    return "redirect:/families/" + family + "/programs";
  }

  @PostMapping("/{placement}")
  String move(
      @PathVariable UUID family, @PathVariable UUID placement, @RequestParam PlacementState to) {
    CaseView view = openCase(opened(family));
    Placement found =
        placements
            .find(placement)
            .filter(each -> each.caseId().equals(view.id()))
            .orElseThrow(NoSuchElementException::new);
    try {
      placements.move(found.id(), to, current.get().id(), clock.instant());
    } catch (IllegalStateException full) {
      return "redirect:/families/" + family + "/programs?late=true";
    }
    return "redirect:/families/" + family + "/programs";
  }

  private Family opened(UUID family) {
    Family opened = families.open(new FamilyId(family), Channel.PAGE).family();
    if (!ShownReferrals.may(current.get())) {
      throw new AccessDeniedException("Programs are offered by staff");
    }
    return opened;
  }

  private CaseView openCase(Family family) {
    return cases.openCaseOf(family.id()).orElseThrow(NoSuchElementException::new);
  }

  @ExceptionHandler(NoSuchElementException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String gone() {
    return "error/404";
  }
}
