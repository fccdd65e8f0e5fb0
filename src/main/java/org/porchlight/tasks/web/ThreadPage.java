package org.porchlight.tasks.web;

import com.ibm.icu.util.ULocale;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.messaging.StaffTexts;
import org.porchlight.messaging.StaffTexts.Preview;
import org.porchlight.messaging.TextCosts;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.internal.FamilyWriting;
import org.porchlight.tasks.internal.FamilyWriting.Desk;
import org.porchlight.tasks.internal.Subjects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All texts of a family, both ways, and a desk to write from. */
@Controller
@RequestMapping("/families/{id}/thread")
class ThreadPage {

  private static final String VIEW = "families/thread";

  /** What a text of a family can be understood as, where the page has words for it. */
  private static final Set<String> KNOWN =
      Set.of(
          "STOP",
          "START",
          "HELP",
          "UNCLEAR",
          "MAYBE_STOP",
          "YES",
          "NO",
          "LATER",
          "CALL_ME",
          "CALLS_ONLY",
          "ELSEWHERE",
          "SOMEBODY_ELSE",
          "HELP_ONLY",
          "WRONG_NUMBER",
          "PAUSE",
          "WHO",
          "NO_VISIT",
          "MORE",
          "FIRST",
          "SECOND",
          "THIRD",
          "FOURTH",
          "FIFTH",
          "HANDLED");

  private final FamilyWriting writing;
  private final SchoolCalendars calendars;
  private final Users users;
  private final TextCosts costs;
  private final Clock clock;

  ThreadPage(
      FamilyWriting writing, SchoolCalendars calendars, Users users, TextCosts costs, Clock clock) {
    this.writing = writing;
    this.calendars = calendars;
    this.users = users;
    this.costs = costs;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable UUID id, Model model) {
    fill(writing.open(new FamilyId(id)), id, UUID.randomUUID(), model);
    return VIEW;
  }

  @PostMapping
  String send(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String phrase,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "false") boolean confirmed,
      @RequestParam UUID request,
      Model model,
      RedirectAttributes flash) {
    Desk desk = writing.open(new FamilyId(id));
    boolean own = phrase.equals(StaffTexts.OWN_WORDS);
    try {
      if (own && !confirmed) {
        model.addAttribute("words", words.strip());
        model.addAttribute("preview", shown(desk, writing.preview(desk, words)));
        fill(desk, id, request, model);
        return VIEW;
      }
      writing.send(desk, phrase, own ? words : null, request);
      flash.addFlashAttribute("sent", true);
      return "redirect:/families/" + id + "/thread";
    } catch (IllegalArgumentException nothing) {
      model.addAttribute("words", words);
      model.addAttribute("problem", own ? "WORDS" : "PHRASE");
      fill(desk, id, request, model);
      return VIEW;
    }
  }

  @PostMapping("/fluent")
  String fluent(@PathVariable UUID id) {
    writing.stateFluency(writing.open(new FamilyId(id)));
    return "redirect:/families/" + id + "/thread";
  }

  private void fill(Desk desk, UUID id, UUID request, Model model) {
    ZoneId zone = calendars.zone(desk.folder().family().district());
    TextContact to = desk.to();
    model.addAttribute("familyId", id);
    model.addAttribute("request", request);
    model.addAttribute("heading", Subjects.students(desk.folder().family()));
    model.addAttribute(
        "thread", desk.folder().thread().stream().map(each -> said(each, zone)).toList());
    model.addAttribute("ended", desk.folder().newest().map(view -> !view.live()).orElse(true));
    model.addAttribute("language", to == null ? null : FamilyHeader.language(to.language()));
    model.addAttribute("code", to == null ? null : to.language());
    model.addAttribute("direction", to == null ? "auto" : direction(to.language()));
    model.addAttribute("to", to == null ? null : to.phone().written());
    model.addAttribute("freely", desk.freely());
    model.addAttribute("longest", FamilyWriting.LONGEST);
    model.addAttribute(
        "phrases",
        desk.phrases().stream()
            .map(each -> new Choice(each.code(), shown(desk, each.preview())))
            .toList());
  }

  private Shown shown(Desk desk, Preview preview) {
    ZoneId zone = calendars.zone(desk.folder().family().district());
    boolean later = preview.leavesAt().isAfter(clock.instant());
    return new Shown(
        preview.text(),
        preview.english(),
        costs.of(preview.text()).segments(),
        preview.obstacle() == null ? null : preview.obstacle().name(),
        later ? Times.due(preview.leavesAt(), zone) : null,
        List.copyOf(preview.warnings()));
  }

  private Said said(ThreadEntry entry, ZoneId zone) {
    String meaning = entry.meaning();
    return new Said(
        entry.id(),
        Objects.requireNonNull(Times.moment(entry.at(), zone)),
        entry.inbound(),
        entry.text(),
        entry.language(),
        entry.inbound() ? "auto" : direction(entry.language()),
        entry.english(),
        entry.state().name(),
        entry.why() == null ? null : entry.why().name(),
        entry.carrierCode(),
        meaning != null && KNOWN.contains(meaning) ? meaning : null,
        name(entry.by()),
        entry.pictures());
  }

  /** The name of the program comes first, in other letters: the browser would guess wrong. */
  private static String direction(String language) {
    return ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "ltr";
  }

  private @Nullable String name(@Nullable UserId user) {
    return user == null ? null : users.find(user).map(Actor::displayName).orElse(null);
  }

  /** An approved phrase to choose. */
  public record Choice(String code, Shown text) {}

  /**
   * @param obstacle message key {@code families.text.why.<obstacle>}
   * @param later when it would leave, if not at once
   */
  public record Shown(
      String text,
      String english,
      int segments,
      @Nullable String obstacle,
      @Nullable String later,
      List<String> warnings) {}

  /**
   * @param meaning message key {@code families.thread.meaning.<meaning>}
   */
  public record Said(
      UUID id,
      String at,
      boolean inbound,
      String text,
      String language,
      String direction,
      @Nullable String english,
      String state,
      @Nullable String why,
      @Nullable String carrierCode,
      @Nullable String meaning,
      @Nullable String by,
      int pictures) {}
}
