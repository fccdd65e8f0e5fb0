package org.porchlight.referrals.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.CurrentActor;
import org.porchlight.referrals.Program;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.referrals.placement.ProgramOffers;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** Summer, after-school and learning programs of the district: seats, and who waits for one. */
@Controller
class ProgramPages {

  private final ProgramOffers offers;
  private final ResourceDirectory directory;
  private final SchoolCalendars calendars;
  private final CurrentActor current;
  private final Clock clock;

  ProgramPages(
      ProgramOffers offers,
      ResourceDirectory directory,
      SchoolCalendars calendars,
      CurrentActor current,
      Clock clock) {
    this.offers = offers;
    this.directory = directory;
    this.calendars = calendars;
    this.current = current;
    this.clock = clock;
  }

  @GetMapping("/resources/programs")
  String list(Model model, Locale locale) {
    DistrictId district = district();
    List<Program> programs =
        offers.comingUp(district, clock.instant().atZone(calendars.zone(district)).toLocalDate());
    model.addAttribute("programs", programs);
    model.addAttribute("spoken", spoken(programs, locale));
    model.addAttribute("waiting", programs.stream().mapToInt(Program::waiting).sum());
    return "resources/programs";
  }

  /** The languages of each, by name. */
  private static Map<UUID, String> spoken(List<Program> programs, Locale locale) {
    return programs.stream()
        .collect(
            Collectors.toMap(
                Program::resource,
                program ->
                    program.languages().stream()
                        .map(tag -> Locale.forLanguageTag(tag).getDisplayName(locale))
                        .sorted()
                        .collect(Collectors.joining(", "))));
  }

  @GetMapping("/resources/{id}/program")
  String edit(@PathVariable UUID id, Model model) {
    return form(
        id,
        offers.find(district(), id).map(ProgramForm::of).orElseGet(ProgramForm::empty),
        false,
        model);
  }

  @PostMapping("/resources/{id}/program")
  String describe(
      @PathVariable UUID id,
      @ModelAttribute("form") @Nullable ProgramForm form,
      BindingResult wrong,
      Model model) {
    if (form == null || wrong.hasErrors()) {
      return form(id, form == null ? ProgramForm.empty() : form, true, model);
    }
    try {
      offers.describe(district(), found(id).id(), form.terms());
    } catch (IllegalArgumentException bad) {
      return form(id, form, true, model);
    }
    return "redirect:/resources/programs";
  }

  private Resource found(UUID id) {
    return directory.find(district(), id).orElseThrow(NoSuchElementException::new);
  }

  private String form(UUID id, ProgramForm form, boolean wrong, Model model) {
    model.addAttribute("resource", found(id));
    model.addAttribute("form", form);
    model.addAttribute("wrong", wrong);
    model.addAttribute("kinds", Program.Kind.values());
    model.addAttribute("grades", IntStream.rangeClosed(0, 12).boxed().toList());
    return "resources/program";
  }

  private DistrictId district() {
    DistrictId district = current.get().district();
    if (district == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return district;
  }

  @ExceptionHandler(NoSuchElementException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String gone() {
    return "error/404";
  }
}
