package org.porchlight.visits.web;

import java.util.Locale;
import java.util.UUID;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate;
import org.porchlight.roster.Families;
import org.porchlight.visits.internal.ChangeVisit;
import org.porchlight.visits.internal.CheckIn;
import org.porchlight.visits.internal.VisitPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One visit: whom, when, with whom; the address only once the family has said yes. */
@Controller
@RequestMapping("/visits/{id}")
class VisitPage {

  private final VisitPages visits;
  private final ChangeVisit change;
  private final CheckIn checkIn;
  private final Families families;
  private final CurrentActor current;

  VisitPage(
      VisitPages visits,
      ChangeVisit change,
      CheckIn checkIn,
      Families families,
      CurrentActor current) {
    this.visits = visits;
    this.change = change;
    this.checkIn = checkIn;
    this.families = families;
    this.current = current;
  }

  @GetMapping
  String visit(@PathVariable UUID id, Model model, Locale locale) {
    VisitPages.Visit visit = visits.visit(id);
    Families.OpenedFamily opened = families.open(visit.family(), FileGate.Channel.PAGE);
    model.addAttribute("visit", visit);
    model.addAttribute("when", VisitMoments.text(visit.startsAt(), visit.zone(), locale));
    model.addAttribute("students", opened.family().students());
    model.addAttribute("contacts", opened.family().contacts());
    model.addAttribute("family", visit.family().value());
    model.addAttribute("homeRevealed", opened.opened().homeRevealed());
    String interpreter = visit.interpreterLanguage();
    if (interpreter != null) {
      model.addAttribute("interpreter", VisitMoments.language(interpreter, locale));
    }
    return "visits/visit";
  }

  @PostMapping("/arrive")
  String arrive(@PathVariable UUID id, RedirectAttributes flash) {
    checkIn.arrive(id, current.get().id());
    flash.addFlashAttribute("done", "arrived");
    return "redirect:/visits/" + id;
  }

  @PostMapping("/leave")
  String leave(@PathVariable UUID id, RedirectAttributes flash) {
    checkIn.leave(id, current.get().id());
    flash.addFlashAttribute("done", "left");
    return "redirect:/visits/" + id;
  }

  /** Whoever falls out may not open the family any more. */
  @PostMapping("/fall-out")
  String fallOut(@PathVariable UUID id, RedirectAttributes flash) {
    families.open(visits.visit(id).family(), FileGate.Channel.PAGE);
    boolean changed = change.fallOut(id, current.get().id());
    flash.addFlashAttribute("done", changed ? "fellOut" : "change.tooLate");
    return changed ? "redirect:/visits" : "redirect:/visits/" + id;
  }

  @PostMapping("/change")
  String change(@PathVariable UUID id, @RequestParam boolean cancelled, RedirectAttributes flash) {
    families.open(visits.visit(id).family(), FileGate.Channel.PAGE);
    boolean changed = change.change(id, current.get().id(), cancelled);
    flash.addFlashAttribute("done", changed ? "changed" : "change.tooLate");
    return "redirect:/visits/" + id;
  }
}
