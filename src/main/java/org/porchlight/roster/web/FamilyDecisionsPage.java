package org.porchlight.roster.web;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.FamilyDecisions;
import org.porchlight.roster.FamilyDecisions.Proposal;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.StudentId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Families to confirm: who may be one family, and who was parted. Looking at one opens the files of
 * all its families (scope, audit).
 */
@Controller
class FamilyDecisionsPage {

  private static final int LONGEST_WHY = 500;

  private final FamilyDecisions decisions;
  private final Families families;
  private final FamilyDecisionRows rows;
  private final CurrentActor current;

  FamilyDecisionsPage(
      FamilyDecisions decisions, Families families, FamilyDecisionRows rows, CurrentActor current) {
    this.decisions = decisions;
    this.families = families;
    this.rows = rows;
    this.current = current;
  }

  /** What somebody says of a proposal. */
  enum Word {
    ONE_FAMILY,
    KEEP_APART
  }

  @GetMapping("/families/confirm")
  String list(Model model) {
    Actor actor = current.get();
    FamilyDecisions.Waiting waiting = decisions.waiting(actor);
    model.addAttribute("proposals", rows.proposals(waiting.proposals()));
    model.addAttribute("restricted", rows.restricted(waiting.restricted()));
    model.addAttribute("decided", rows.decided(decisions.decided(actor)));
    return "families/confirm";
  }

  @GetMapping("/families/confirm/proposals/{id}")
  String proposal(@PathVariable UUID id, Model model) {
    Proposal proposal = waiting(id);
    if (proposal == null) {
      return "redirect:/families/confirm";
    }
    model.addAttribute("proposal", proposal);
    model.addAttribute("families", open(proposal).stream().map(rows::file).toList());
    return "families/proposal";
  }

  @PostMapping("/families/confirm/proposals/{id}")
  String decide(
      @PathVariable UUID id,
      @RequestParam Word word,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes flash) {
    Proposal proposal = waiting(id);
    if (proposal == null) {
      return done("late", flash);
    }
    if (wrong(why)) {
      flash.addFlashAttribute("problem", "why");
      return "redirect:/families/confirm/proposals/" + id;
    }
    open(proposal);
    switch (word) {
      case ONE_FAMILY -> decisions.confirm(id, why.strip(), current.get());
      case KEEP_APART -> decisions.refuse(id, why.strip(), current.get());
    }
    return done(word.name(), flash);
  }

  @GetMapping("/families/{id}/part")
  String part(@PathVariable UUID id, Model model) {
    Family family = families.open(new FamilyId(id), FileGate.Channel.PAGE).family();
    model.addAttribute("family", rows.file(family));
    return "families/part";
  }

  @PostMapping("/families/{id}/part")
  String part(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") List<UUID> students,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes flash) {
    Family family = families.open(new FamilyId(id), FileGate.Channel.PAGE).family();
    Set<StudentId> leaving =
        students.stream().map(StudentId::new).collect(Collectors.toUnmodifiableSet());
    if (wrong(why) || leaving.isEmpty() || leaving.size() >= family.students().size()) {
      flash.addFlashAttribute("problem", wrong(why) ? "why" : "some");
      return "redirect:/families/" + id + "/part";
    }
    decisions.part(family.id(), leaving, why.strip(), current.get());
    return done("parted", flash);
  }

  private @Nullable Proposal waiting(UUID id) {
    return decisions.waiting(current.get()).proposals().stream()
        .filter(proposal -> proposal.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  private List<Family> open(Proposal proposal) {
    return proposal.students().stream()
        .map(student -> families.ofStudent(student).orElseThrow(NoSuchElementException::new))
        .distinct()
        .map(family -> families.open(family, FileGate.Channel.PAGE).family())
        .toList();
  }

  static boolean wrong(String why) {
    return why.isBlank() || why.length() > LONGEST_WHY;
  }

  static String done(String what, RedirectAttributes flash) {
    flash.addFlashAttribute("done", what);
    return "redirect:/families/confirm";
  }
}
