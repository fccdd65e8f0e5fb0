package org.porchlight.referrals.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.CurrentActor;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.OwnResources;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.roster.ProgramLanguages;
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

/**
 * Adds to the directory what no import brings: the church with the coats, the neighbor with a van.
 */
@Controller
class OwnResourcePages {

  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private final OwnResources own;
  private final ResourceDirectory directory;
  private final CurrentActor current;

  OwnResourcePages(OwnResources own, ResourceDirectory directory, CurrentActor current) {
    this.own = own;
    this.directory = directory;
    this.current = current;
  }

  @GetMapping("/resources/new")
  String blank(Model model, Locale locale) {
    district();
    return form(null, empty(), model, locale);
  }

  @PostMapping("/resources/new")
  String add(
      @Valid @ModelAttribute("form") @Nullable OwnResourceForm form,
      BindingResult wrong,
      Model model,
      Locale locale) {
    check(form, wrong);
    if (form == null || wrong.hasErrors()) {
      return again(null, form == null ? empty() : form, wrong, model, locale);
    }
    return "redirect:/resources/" + own.add(district(), form.resource(), current.get().id());
  }

  @GetMapping("/resources/{id}/edit")
  String edit(@PathVariable UUID id, Model model, Locale locale) {
    return form(id, OwnResourceForm.of(written(id)), model, locale);
  }

  @PostMapping("/resources/{id}/edit")
  String change(
      @PathVariable UUID id,
      @Valid @ModelAttribute("form") @Nullable OwnResourceForm form,
      BindingResult wrong,
      Model model,
      Locale locale) {
    written(id);
    check(form, wrong);
    if (form == null || wrong.hasErrors()) {
      return again(id, form == null ? OwnResourceForm.of(written(id)) : form, wrong, model, locale);
    }
    if (!own.change(district(), id, form.resource(), current.get().id())) {
      throw new NoSuchElementException();
    }
    return "redirect:/resources/" + id;
  }

  @PostMapping("/resources/{id}/remove")
  String remove(@PathVariable UUID id) {
    if (!own.remove(district(), id, current.get().id())) {
      throw new NoSuchElementException();
    }
    return "redirect:/resources/" + id;
  }

  private static void check(@Nullable OwnResourceForm form, BindingResult wrong) {
    if (form != null && !form.textable()) {
      wrong.rejectValue("textPhone", "noPhone");
    }
  }

  private Resource written(UUID id) {
    return directory
        .find(district(), id)
        .filter(each -> each.own() && !each.removed())
        .orElseThrow(NoSuchElementException::new);
  }

  private String again(
      @Nullable UUID id, OwnResourceForm form, BindingResult wrong, Model model, Locale locale) {
    model.addAttribute(
        "wrong",
        wrong.getFieldErrors().stream()
            .map(error -> error.getField())
            .collect(Collectors.toCollection(java.util.TreeSet::new)));
    return form(id, form, model, locale);
  }

  private static String form(@Nullable UUID id, OwnResourceForm form, Model model, Locale locale) {
    model.addAttribute("id", id);
    model.addAttribute("form", form);
    model.addAttribute("needs", Need.values());
    model.addAttribute("days", DAYS);
    Map<String, String> names = new TreeMap<>();
    ProgramLanguages.SPOKEN.forEach(tag -> names.put(ProgramLanguages.name(tag, locale), tag));
    model.addAttribute("languages", names);
    return "resources/own";
  }

  private static OwnResourceForm empty() {
    return new OwnResourceForm(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, null, null, null, null, null);
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
