package org.porchlight.identification.web;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.access.Users;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.identification.SchoolRates;
import org.porchlight.identification.SettingsRefused;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the district runs its program: coordinators read it, an administrator changes it. */
@Controller
@RequestMapping("/programs")
class ProgramPage {

  private final Programs programs;
  private final ProgramSections sections;
  private final SettingsInput input;
  private final SchoolRates rates;
  private final LanguageGaps gaps;
  private final SchoolCalendars calendars;
  private final Users users;
  private final CurrentActor current;

  ProgramPage(
      Programs programs,
      ProgramSections sections,
      SettingsInput input,
      SchoolRates rates,
      LanguageGaps gaps,
      SchoolCalendars calendars,
      Users users,
      CurrentActor current) {
    this.programs = programs;
    this.sections = sections;
    this.input = input;
    this.rates = rates;
    this.gaps = gaps;
    this.calendars = calendars;
    this.users = users;
    this.current = current;
  }

  @GetMapping
  String show(Model model) {
    return show(model, null, List.of());
  }

  @PostMapping
  String change(
      @RequestParam MultiValueMap<String, String> form, Model model, RedirectAttributes flash) {
    Actor actor = current.get();
    DistrictId district = actor.district();
    if (district == null) {
      return show(model, null, List.of());
    }
    try {
      ProgramSettings now = programs.current(district);
      ProgramSettings wanted =
          input.over(now, form, ProgramSections.names()).as(version(form, now.version()));
      programs.change(district, wanted, actor);
    } catch (SettingsRefused refused) {
      return show(model, form, refused.problems());
    }
    flash.addFlashAttribute("changed", true);
    return "redirect:/programs";
  }

  private String show(
      Model model,
      @Nullable MultiValueMap<String, String> typed,
      List<SettingsRefused.Problem> problems) {
    Actor actor = current.get();
    DistrictId district = actor.district();
    model.addAttribute("district", district);
    if (district == null) {
      return "identification/program";
    }
    ProgramSettings settings = programs.current(district);
    Map<String, String> byField = new HashMap<>();
    problems.forEach(problem -> byField.merge(problem.field(), problem.detail(), (a, b) -> a));
    model.addAttribute("version", settings.version());
    model.addAttribute("gaps", String.join(", ", gaps.of(district, settings)));
    model.addAttribute("problems", problems);
    model.addAttribute("mayChange", actor.has(Role.ADMINISTRATOR));
    model.addAttribute("sections", sections.of(settings, rates.of(district), typed, byField));
    model.addAttribute(
        "history", programs.history(district).stream().map(one -> change(one, district)).toList());
    return "identification/program";
  }

  private Changed change(Programs.Change change, DistrictId district) {
    UserId by = change.by();
    return new Changed(
        change.version(),
        by == null ? "" : users.find(by).map(Actor::displayName).orElse(""),
        change.at().atZone(calendars.zone(district)),
        change.fields());
  }

  private static int version(MultiValueMap<String, String> form, int otherwise) {
    String given = form.getFirst("version");
    return given != null && given.matches("[0-9]{1,9}") ? Integer.parseInt(given) : otherwise;
  }

  /** {@code by}: empty for the installation itself. */
  record Changed(int version, String by, ZonedDateTime at, List<Programs.Field> fields) {}
}
