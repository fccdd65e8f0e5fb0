package org.porchlight.referrals.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Role;
import org.porchlight.referrals.MapPoint;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The directory of one's own district, for everybody who helps families: it names no family. */
@Controller
@RequestMapping("/resources")
class ResourcesPage {

  private static final int SHOWN = 50;
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private final ResourceDirectory directory;
  private final Districts districts;
  private final CurrentActor current;
  private final Clock clock;

  ResourcesPage(
      ResourceDirectory directory, Districts districts, CurrentActor current, Clock clock) {
    this.directory = directory;
    this.districts = districts;
    this.current = current;
    this.clock = clock;
  }

  @GetMapping
  String search(@ModelAttribute("form") SearchForm form, Model model, Locale locale) {
    DistrictId district = current.get().district();
    model.addAttribute("needs", Need.values());
    model.addAttribute("days", DAYS);
    model.addAttribute("size", 0);
    if (district != null) {
      Districts.District own = districts.find(district).orElseThrow();
      model.addAttribute("size", directory.size(district));
      model.addAttribute("district", own.name());
      model.addAttribute("languages", languages(district, locale));
      model.addAttribute("mayWrite", mayWrite());
      model.addAttribute("from", middle(district, form));
      model.addAttribute(
          "unchecked", directory.unchecked(district, yearAgo(own.zone()), SHOWN).size());
      if (form.anything()) {
        List<Resource> found = directory.search(district, form.search(), SHOWN + 1);
        model.addAttribute("cut", found.size() > SHOWN);
        model.addAttribute("shown", SHOWN);
        model.addAttribute(
            "found",
            nearest(found.stream().limit(SHOWN).toList(), district, form).stream()
                .map(each -> shown(each, own.zone(), locale))
                .toList());
      }
    }
    return "resources/search";
  }

  /** Where a town is asked for, the nearest first. */
  private List<Resource> nearest(List<Resource> found, DistrictId district, SearchForm form) {
    MapPoint from = middle(district, form);
    return from == null
        ? found
        : found.stream()
            .sorted(Comparator.comparing(each -> each.milesFrom(from).orElse(Double.MAX_VALUE)))
            .toList();
  }

  private @Nullable MapPoint middle(DistrictId district, SearchForm form) {
    String place = form.place();
    return place == null || place.isBlank()
        ? null
        : directory.middleOf(district, place, null).orElse(null);
  }

  /** A nudge: whom nobody has called for a year. */
  @GetMapping("/unchecked")
  String unchecked(Model model, Locale locale) {
    ZoneId zone = districts.find(district()).orElseThrow().zone();
    model.addAttribute(
        "found",
        directory.unchecked(district(), yearAgo(zone), SHOWN).stream()
            .map(each -> shown(each, zone, locale))
            .toList());
    return "resources/unchecked";
  }

  private LocalDate yearAgo(ZoneId zone) {
    return clock.instant().atZone(zone).toLocalDate().minusYears(1);
  }

  @GetMapping("/{id}")
  String resource(@PathVariable UUID id, Model model, Locale locale) {
    DistrictId district = district();
    Resource found = directory.find(district, id).orElseThrow(NoSuchElementException::new);
    ZoneId zone = districts.find(district).orElseThrow().zone();
    model.addAttribute("shown", shown(found, zone, locale));
    Actor actor = current.get();
    model.addAttribute("mayWrite", found.own() && !found.removed() && mayWrite());
    model.addAttribute("mayPlace", found.open() && mayWrite());
    model.addAttribute(
        "mayVerify",
        actor.has(Role.COORDINATOR) || actor.has(Role.TEAM) || actor.has(Role.ADMINISTRATOR));
    return "resources/resource";
  }

  private boolean mayWrite() {
    Actor actor = current.get();
    return actor.has(Role.COORDINATOR) || actor.has(Role.ADMINISTRATOR);
  }

  @PostMapping("/{id}/verified")
  String verified(@PathVariable UUID id, RedirectAttributes flash) {
    if (!directory.verified(district(), id, current.get().id())) {
      throw new NoSuchElementException();
    }
    flash.addFlashAttribute("verified", true);
    return "redirect:/resources/" + id;
  }

  /** Its own form sends nothing of the kind: an address that somebody wrote or shortened. */
  @ExceptionHandler(BindException.class)
  String unreadable(RedirectAttributes flash) {
    flash.addFlashAttribute("unreadable", true);
    return "redirect:/resources";
  }

  @ExceptionHandler(NoSuchElementException.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String gone() {
    return "error/404";
  }

  private Map<String, String> languages(DistrictId district, Locale locale) {
    Map<String, String> names = new TreeMap<>();
    directory
        .languages(district)
        .forEach(tag -> names.put(Locale.forLanguageTag(tag).getDisplayName(locale), tag));
    Map<String, String> tags = new LinkedHashMap<>();
    names.forEach((name, tag) -> tags.put(tag, name));
    return tags;
  }

  private ResourceShown shown(Resource resource, ZoneId zone, Locale locale) {
    return new ResourceShown(resource, zone, clock.instant().atZone(zone).toLocalDate(), locale);
  }

  private DistrictId district() {
    DistrictId district = current.get().district();
    if (district == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return district;
  }
}
