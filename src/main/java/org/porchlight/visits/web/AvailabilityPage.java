package org.porchlight.visits.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.CurrentActor;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.VisitorAvailability;
import org.porchlight.visits.internal.VisitorAvailability.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When, where and how much somebody visits: said by themselves, or by a coordinator for them. */
@Controller
class AvailabilityPage {

  private static final String OWN = "/visits/availability";

  private final VisitorAvailability availability;
  private final CurrentActor current;

  AvailabilityPage(VisitorAvailability availability, CurrentActor current) {
    this.availability = availability;
    this.current = current;
  }

  @GetMapping(OWN)
  String own(Model model) {
    Said said = availability.own(current.get().id());
    return form(said, AvailabilityForm.of(said), OWN, null, model);
  }

  @PostMapping(OWN)
  String saveOwn(@ModelAttribute AvailabilityForm given, Model model, RedirectAttributes flash) {
    UserId me = current.get().id();
    try {
      availability.saveOwn(me, given.availability(), given.families());
    } catch (IllegalArgumentException wrong) {
      return form(availability.own(me), given, OWN, wrong.getMessage(), model);
    }
    flash.addFlashAttribute("saved", true);
    return "redirect:" + OWN;
  }

  @GetMapping("/visitors/{user}/availability")
  String of(@PathVariable UUID user, Model model) {
    Said said = availability.of(new UserId(user));
    return form(said, AvailabilityForm.of(said), path(user), null, model);
  }

  @PostMapping("/visitors/{user}/availability")
  String save(
      @PathVariable UUID user,
      @ModelAttribute AvailabilityForm given,
      Model model,
      RedirectAttributes flash) {
    UserId visitor = new UserId(user);
    try {
      availability.save(visitor, given.availability(), given.families());
    } catch (IllegalArgumentException wrong) {
      return form(availability.of(visitor), given, path(user), wrong.getMessage(), model);
    }
    flash.addFlashAttribute("saved", true);
    return "redirect:" + path(user);
  }

  private static String path(UUID user) {
    return "/visitors/" + user + "/availability";
  }

  private static String form(
      Said said, AvailabilityForm given, String action, @Nullable String problem, Model model) {
    model.addAttribute("own", action.equals(OWN));
    model.addAttribute("said", said);
    model.addAttribute("given", given);
    model.addAttribute("action", action);
    model.addAttribute("problem", problem);
    return "visits/availability";
  }
}
