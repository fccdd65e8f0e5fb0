package org.porchlight.roster.web;

import java.util.List;
import java.util.UUID;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.FamilyDecisions;
import org.porchlight.roster.FamilyDecisions.Restriction;
import org.porchlight.shared.FamilyId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notes of the roster that keep a contact out, to be read by a person: opens the file. */
@Controller
@RequestMapping("/families/confirm/restrictions/{family}")
class ContactRestrictionsPage {

  private final FamilyDecisions decisions;
  private final Families families;
  private final FamilyDecisionRows rows;
  private final CurrentActor current;

  ContactRestrictionsPage(
      FamilyDecisions decisions, Families families, FamilyDecisionRows rows, CurrentActor current) {
    this.decisions = decisions;
    this.families = families;
    this.rows = rows;
    this.current = current;
  }

  /** What a person makes of a note. */
  enum Word {
    LIFT,
    KEEP
  }

  @GetMapping
  String show(@PathVariable UUID family, Model model) {
    Family opened = families.open(new FamilyId(family), FileGate.Channel.PAGE).family();
    model.addAttribute("family", rows.file(opened));
    model.addAttribute("notes", rows.notes(opened, decisions.restrictions(opened.id())));
    return "families/restriction";
  }

  /**
   * @param seen which text the person read: the roster may say another meanwhile
   */
  @PostMapping
  String decide(
      @PathVariable UUID family,
      @RequestParam UUID contact,
      @RequestParam int seen,
      @RequestParam Word word,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes flash) {
    Family opened = families.open(new FamilyId(family), FileGate.Channel.PAGE).family();
    if (FamilyDecisionsPage.wrong(why)) {
      flash.addFlashAttribute("problem", "why");
      return "redirect:/families/confirm/restrictions/" + family;
    }
    List<Restriction> read =
        decisions.restrictions(opened.id()).stream()
            .filter(note -> note.contact().value().equals(contact))
            .filter(note -> note.text().hashCode() == seen)
            .toList();
    for (Restriction note : read) {
      switch (word) {
        case LIFT ->
            decisions.clearRestriction(
                note.contact(), note.student(), note.text(), why.strip(), current.get());
        case KEEP ->
            decisions.keepRestriction(
                note.contact(), note.student(), note.text(), why.strip(), current.get());
      }
    }
    return FamilyDecisionsPage.done(read.isEmpty() ? "late" : word.name(), flash);
  }
}
