package org.porchlight.tasks.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.messaging.OptOuts.Change;
import org.porchlight.messaging.OptOuts.How;
import org.porchlight.messaging.OptOuts.Told;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.tasks.internal.Subjects;
import org.porchlight.tasks.internal.TextConsents;
import org.porchlight.tasks.internal.TextConsents.Consents;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Texts to a family: wanted or not, by whose word. */
@Controller
@RequestMapping("/families/{id}/consent")
class ConsentPage {

  private final TextConsents consents;
  private final Users users;
  private final SchoolCalendars calendars;

  ConsentPage(TextConsents consents, Users users, SchoolCalendars calendars) {
    this.consents = consents;
    this.users = users;
    this.calendars = calendars;
  }

  @GetMapping
  String show(@PathVariable UUID id, Model model) {
    Consents found = consents.open(new FamilyId(id));
    ZoneId zone = calendars.zone(found.family().district());
    model.addAttribute("familyId", id);
    model.addAttribute("heading", Subjects.students(found.family()));
    model.addAttribute(
        "phones",
        found.phones().entrySet().stream()
            .map(each -> new Phone(each.getKey().e164(), each.getKey().written(), each.getValue()))
            .toList());
    model.addAttribute(
        "guardians",
        found.family().contacts().stream()
            .map(one -> new Person(one.id().value(), one.firstName() + " " + one.lastName()))
            .toList());
    model.addAttribute("ways", List.of(How.values()));
    model.addAttribute(
        "log", found.log().stream().map(change -> line(change, found.family(), zone)).toList());
    return "families/consent";
  }

  @PostMapping
  String record(
      @PathVariable UUID id,
      @RequestParam String phone,
      @RequestParam boolean welcome,
      @RequestParam(required = false) @Nullable UUID saidBy,
      @RequestParam(required = false) @Nullable How how,
      RedirectAttributes flash) {
    try {
      consents.record(
          new FamilyId(id), phone, welcome, saidBy == null ? null : new GuardianId(saidBy), how);
      flash.addFlashAttribute("recorded", welcome ? "WELCOME" : "STOPPED");
    } catch (IllegalArgumentException missing) {
      flash.addFlashAttribute("recorded", "MISSING");
    }
    return "redirect:/families/" + id + "/consent";
  }

  /** A number that was taken for a landline: from the family's page, and back to it. */
  @PostMapping("/line")
  String takesTexts(@PathVariable UUID id, @RequestParam String phone, RedirectAttributes flash) {
    try {
      consents.takesTexts(new FamilyId(id), phone);
      flash.addFlashAttribute("recorded", "TAKES_TEXTS");
    } catch (IllegalArgumentException notTheirs) {
      flash.addFlashAttribute("recorded", "NOT_THEIR_PHONE");
    }
    return "redirect:/families/" + id;
  }

  private Line line(Change change, Family family, ZoneId zone) {
    Told told = change.told();
    How how = told == null ? null : told.how();
    return new Line(
        Objects.requireNonNull(Times.moment(change.at(), zone)),
        change.phone().written(),
        change.optedOut(),
        change.source().name(),
        how == null ? null : how.name(),
        told == null ? null : TextConsents.name(family, told.saidBy()).orElse(null),
        told == null ? null : users.find(told.by()).map(Actor::displayName).orElse(null));
  }

  public record Phone(String number, String shown, boolean optedOut) {}

  public record Person(UUID id, String name) {}

  /**
   * @param source message key {@code families.consent.source.<source>}
   * @param how message key {@code families.consent.how.<how>}
   */
  public record Line(
      String at,
      String phone,
      boolean optedOut,
      String source,
      @Nullable String how,
      @Nullable String saidBy,
      @Nullable String by) {}
}
