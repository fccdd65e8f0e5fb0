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
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
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
  String show(@PathVariable UUID id, @RequestParam(required = false) UUID to, Model model) {
    fill(open(id, to), id, UUID.randomUUID(), model);
    return VIEW;
  }

  /**
   * @param to the guardian whom the writer saw named as the reader
   */
  @PostMapping
  String send(
      @PathVariable UUID id,
      @RequestParam UUID to,
      @RequestParam(defaultValue = "") String phrase,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "false") boolean confirmed,
      @RequestParam UUID request,
      Model model,
      RedirectAttributes flash) {
    Desk desk = open(id, to);
    boolean own = phrase.equals(StaffTexts.OWN_WORDS);
    if (!toSame(desk, to)) {
      model.addAttribute("words", words);
      model.addAttribute("problem", "TO");
      fill(desk, id, request, model);
      return VIEW;
    }
    try {
      if (own && !confirmed) {
        model.addAttribute("words", words.strip());
        model.addAttribute("preview", shown(desk, writing.preview(desk, words)));
        fill(desk, id, request, model);
        return VIEW;
      }
      writing.send(desk, phrase, own ? words : null, request);
      flash.addFlashAttribute("sent", true);
      return back(id, to);
    } catch (IllegalArgumentException nothing) {
      model.addAttribute("words", words);
      model.addAttribute("problem", own ? "WORDS" : "PHRASE");
      fill(desk, id, request, model);
      return VIEW;
    }
  }

  @PostMapping("/fluent")
  String fluent(@PathVariable UUID id, @RequestParam UUID to) {
    Desk desk = open(id, to);
    if (toSame(desk, to)) {
      writing.stateFluency(desk);
    }
    return back(id, to);
  }

  private Desk open(UUID id, @Nullable UUID to) {
    return writing.open(new FamilyId(id), to == null ? null : new GuardianId(to));
  }

  /** Meanwhile their number may have gone, or their wish for texts. */
  private static boolean toSame(Desk desk, UUID to) {
    TextContact now = desk.to();
    return now != null && now.guardian().value().equals(to);
  }

  private static String back(UUID id, UUID to) {
    return "redirect:/families/" + id + "/thread?to=" + to;
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
    model.addAttribute("to", to == null ? null : Reader.of(to, desk.folder().family()));
    model.addAttribute("answers", desk.answers());
    model.addAttribute(
        "others",
        desk.others().stream().map(each -> Reader.of(each, desk.folder().family())).toList());
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

  /**
   * Who would read it.
   *
   * @param phone as people write it
   */
  public record Reader(
      UUID guardian, String name, @Nullable String relation, String phone, String language) {

    static Reader of(TextContact to, Family family) {
      Family.Guardian guardian =
          family.contacts().stream()
              .filter(each -> each.id().equals(to.guardian()))
              .findFirst()
              .orElseThrow();
      return new Reader(
          to.guardian().value(),
          guardian.firstName() + " " + guardian.lastName(),
          guardian.relation(),
          to.phone().written(),
          FamilyHeader.language(to.language()));
    }
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
