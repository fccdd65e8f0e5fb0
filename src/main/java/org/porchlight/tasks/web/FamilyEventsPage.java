package org.porchlight.tasks.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.shared.CaseId;
import org.porchlight.tasks.internal.FamilyEvents;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons of a family's page. */
@Controller
class FamilyEventsPage {

  private final FamilyEvents events;

  FamilyEventsPage(FamilyEvents events) {
    this.events = events;
  }

  @PostMapping("/families/{family}/events")
  String record(
      @PathVariable UUID family,
      @RequestParam UUID caseId,
      @RequestParam FamilyEvents.What what,
      @RequestParam(required = false) @Nullable LocalDate until,
      @RequestParam UUID request,
      RedirectAttributes flash) {
    try {
      events.record(new CaseId(caseId), what, until, request, Channel.PAGE);
      flash.addFlashAttribute("recorded", what.name());
    } catch (IllegalStateException ended) {
      flash.addFlashAttribute("recorded", "TOO_LATE");
    } catch (IllegalArgumentException wrongDay) {
      flash.addFlashAttribute("recorded", "WRONG_DAY");
    }
    return "redirect:/families/" + family;
  }
}
