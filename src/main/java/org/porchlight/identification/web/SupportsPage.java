package org.porchlight.identification.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate;
import org.porchlight.access.Role;
import org.porchlight.identification.OtherSupports;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.FamilyId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who else works with a family. */
@Controller
@RequestMapping("/families/{family}/supports")
class SupportsPage {

  private final OtherSupports supports;
  private final Families families;
  private final SchoolCalendars calendars;
  private final CurrentActor current;
  private final Clock clock;

  SupportsPage(
      OtherSupports supports,
      Families families,
      SchoolCalendars calendars,
      CurrentActor current,
      Clock clock) {
    this.supports = supports;
    this.families = families;
    this.calendars = calendars;
    this.current = current;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable UUID family, Model model) {
    Family opened = open(family);
    model.addAttribute("family", opened);
    model.addAttribute("supports", supports.of(opened.id()));
    model.addAttribute("kinds", OtherSupports.Kind.values());
    model.addAttribute("request", UUID.randomUUID());
    model.addAttribute("today", today(opened));
    return "identification/supports";
  }

  @PostMapping
  String add(
      @PathVariable UUID family,
      @RequestParam UUID request,
      @RequestParam OtherSupports.Kind kind,
      @RequestParam(required = false) @Nullable String who,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate since,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      RedirectAttributes flash) {
    Family opened = open(family);
    return kept(
        family,
        flash,
        () -> supports.add(request, opened.id(), kind, who, since, until, current.get().id()));
  }

  @PostMapping("/{support}/end")
  String end(@PathVariable UUID family, @PathVariable UUID support, RedirectAttributes flash) {
    Family opened = open(family);
    return kept(
        family, flash, () -> supports.end(support, opened.id(), today(opened), current.get().id()));
  }

  private static String kept(UUID family, RedirectAttributes flash, Runnable act) {
    try {
      act.run();
      flash.addFlashAttribute("kept", true);
    } catch (IllegalArgumentException wrong) {
      flash.addFlashAttribute("problem", wrong.getMessage());
    }
    return "redirect:/families/" + family + "/supports";
  }

  /** Visitors say it in their log; what others do for a family is for staff. */
  private Family open(UUID family) {
    Actor actor = current.get();
    if (!actor.has(Role.COORDINATOR) && !actor.has(Role.TEAM) && !actor.has(Role.ADMINISTRATOR)) {
      throw new AccessDeniedException("Coordinators and teams record this");
    }
    return families.open(new FamilyId(family), FileGate.Channel.PAGE).family();
  }

  private LocalDate today(Family family) {
    return clock.instant().atZone(calendars.zone(family.district())).toLocalDate();
  }
}
