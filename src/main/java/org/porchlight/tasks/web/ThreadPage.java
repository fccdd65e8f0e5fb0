package org.porchlight.tasks.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.messaging.StaffTexts;
import org.porchlight.messaging.StaffTexts.Preview;
import org.porchlight.messaging.TextCosts;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.FamilyId;
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

  private final FamilyWriting writing;
  private final SchoolCalendars calendars;
  private final SaidTexts said;
  private final TextCosts costs;
  private final Clock clock;

  ThreadPage(
      FamilyWriting writing,
      SchoolCalendars calendars,
      SaidTexts said,
      TextCosts costs,
      Clock clock) {
    this.writing = writing;
    this.calendars = calendars;
    this.said = said;
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
    model.addAttribute("thread", said.of(desk.folder().thread(), zone));
    model.addAttribute("ended", desk.folder().newest().map(view -> !view.live()).orElse(true));
    model.addAttribute("language", to == null ? null : FamilyHeader.language(to.language()));
    model.addAttribute("code", to == null ? null : to.language());
    model.addAttribute("direction", to == null ? "auto" : SaidTexts.direction(to.language()));
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
}
