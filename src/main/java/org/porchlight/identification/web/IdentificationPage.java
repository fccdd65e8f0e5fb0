package org.porchlight.identification.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.identification.DecisionRefused;
import org.porchlight.identification.IdentificationRuns;
import org.porchlight.identification.Proposals;
import org.porchlight.identification.RefusalReason;
import org.porchlight.identification.RunReport;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** The families proposed, ranked, with reasons; each is decided with one form. */
@Controller
@RequestMapping("/identification")
class IdentificationPage {

  private static final int POSTPONED_WEEKS = 2;

  private final IdentificationRuns runs;
  private final Proposals proposals;
  private final ProposalRows rows;
  private final CurrentActor current;
  private final SchoolCalendars calendars;
  private final Clock clock;

  IdentificationPage(
      IdentificationRuns runs,
      Proposals proposals,
      ProposalRows rows,
      CurrentActor current,
      SchoolCalendars calendars,
      Clock clock) {
    this.runs = runs;
    this.proposals = proposals;
    this.rows = rows;
    this.current = current;
    this.calendars = calendars;
    this.clock = clock;
  }

  @GetMapping
  String list(@ModelAttribute ListPlace place, Model model) {
    Actor actor = current.get();
    DistrictId district = actor.district();
    ShownProposals shown = ShownProposals.of(proposals.ranked(actor), place);
    model.addAttribute("shown", shown);
    model.addAttribute("school", place.school());
    model.addAttribute("schools", rows.schools(shown.schools()));
    model.addAttribute("rows", district == null ? List.of() : rows.of(district, shown.ranked()));
    model.addAttribute("mayDecide", actor.has(Role.COORDINATOR) && !actor.enforces());
    model.addAttribute(
        "mayRun",
        district != null && (actor.has(Role.COORDINATOR) || actor.has(Role.ADMINISTRATOR)));
    model.addAttribute("refusalReasons", RefusalReason.values());
    if (district != null) {
      LocalDate today = clock.instant().atZone(calendars.zone(district)).toLocalDate();
      Optional<RunReport> run = runs.latest(district);
      run.ifPresent(report -> model.addAttribute("run", report));
      model.addAttribute("stale", runs.stale(district));
      model.addAttribute("today", today);
      model.addAttribute("tomorrow", today.plusDays(1));
      model.addAttribute("postponeUntil", today.plusWeeks(POSTPONED_WEEKS));
    }
    return "identification/list";
  }

  @PostMapping("/runs")
  String run(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate asOf,
      RedirectAttributes flash) {
    Actor actor = current.get();
    DistrictId district = actor.district();
    if (district == null) {
      throw DecisionRefused.because(DecisionRefused.Code.NO_DISTRICT);
    }
    runs.run(district, asOf, actor.id());
    return done("ran", new ListPlace(null, null), flash);
  }

  @PostMapping("/proposals/{id}/accept")
  String accept(@PathVariable UUID id, @ModelAttribute ListPlace place, RedirectAttributes flash) {
    proposals.accept(id, current.get());
    return done("accepted", place, flash);
  }

  @PostMapping("/proposals/{id}/postpone")
  String postpone(
      @PathVariable UUID id,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
      @ModelAttribute ListPlace place,
      RedirectAttributes flash) {
    proposals.postpone(id, current.get(), until);
    return done("postponed", place, flash);
  }

  @PostMapping("/proposals/{id}/refuse")
  String refuse(
      @PathVariable UUID id,
      @RequestParam RefusalReason reason,
      @RequestParam(required = false) @Nullable String note,
      @ModelAttribute ListPlace place,
      RedirectAttributes flash) {
    proposals.refuse(id, current.get(), reason, note);
    return done("refused", place, flash);
  }

  /** Back to the list, which says what is in the way. */
  @ExceptionHandler
  RedirectView refused(DecisionRefused refused, HttpServletRequest request) {
    RequestContextUtils.getOutputFlashMap(request).put("refused", refused.code().name());
    return new RedirectView("/identification", true);
  }

  private static String done(String what, ListPlace place, RedirectAttributes flash) {
    flash.addFlashAttribute("done", what);
    return "redirect:" + place.path();
  }
}
