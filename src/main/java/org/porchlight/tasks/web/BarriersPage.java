package org.porchlight.tasks.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.BarrierCode.Category;
import org.porchlight.cases.CaseView;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;
import org.porchlight.tasks.internal.FamilyBarriers;
import org.porchlight.tasks.internal.FamilyBarriers.Told;
import org.porchlight.tasks.internal.FamilyEvents;
import org.porchlight.tasks.internal.FamilyFolder;
import org.porchlight.tasks.internal.FamilyFolder.Folder;
import org.porchlight.tasks.internal.Subjects;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff add what makes school hard, out of a text or as they heard it. */
@Controller
@RequestMapping("/families/{id}/barriers")
class BarriersPage {

  private final FamilyFolder folders;
  private final FamilyBarriers barriers;
  private final FamilyEvents events;
  private final SchoolCalendars calendars;

  BarriersPage(
      FamilyFolder folders,
      FamilyBarriers barriers,
      FamilyEvents events,
      SchoolCalendars calendars) {
    this.folders = folders;
    this.barriers = barriers;
    this.events = events;
    this.calendars = calendars;
  }

  @GetMapping
  String show(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID text, Model model) {
    fill(id, text, UUID.randomUUID(), model);
    return "families/barriers";
  }

  @PostMapping
  String add(
      @PathVariable UUID id,
      @RequestParam UUID caseId,
      @RequestParam(required = false) @Nullable BarrierCode code,
      @RequestParam(required = false) @Nullable UUID student,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") List<String> given,
      @RequestParam(defaultValue = "false") boolean enough,
      @RequestParam(required = false) @Nullable UUID text,
      @RequestParam UUID request,
      Model model,
      RedirectAttributes flash) {
    try {
      barriers.tell(
          new CaseId(caseId),
          new Told(code, student, words, given, enough, text),
          request,
          Channel.PAGE);
      flash.addFlashAttribute("recorded", "BARRIER");
    } catch (IllegalStateException ended) {
      flash.addFlashAttribute("recorded", "TOO_LATE");
    } catch (IllegalArgumentException missing) {
      model.addAttribute("problem", code == null ? "CODE" : "WORDS");
      model.addAttribute("chosen", code == null ? null : code.name());
      model.addAttribute("words", words);
      model.addAttribute("given", given);
      fill(id, text, request, model);
      return "families/barriers";
    }
    return "redirect:/families/" + id + "#barriers";
  }

  private void fill(UUID id, @Nullable UUID text, UUID request, Model model) {
    Folder folder = folders.open(new FamilyId(id), Channel.PAGE);
    if (!events.mayRecord()) {
      throw new AccessDeniedException("Coordinators and teams record this");
    }
    model.addAttribute("familyId", id);
    model.addAttribute("request", request);
    model.addAttribute("heading", Subjects.students(folder.family()));
    model.addAttribute(
        "caseId",
        folder.newest().filter(CaseView::live).map(view -> view.id().value()).orElse(null));
    model.addAttribute(
        "students",
        folder.family().students().stream()
            .map(one -> new Choice(one.id().value(), one.firstName()))
            .toList());
    model.addAttribute(
        "groups", Arrays.stream(Category.values()).map(BarriersPage::group).toList());
    model.addAttribute("givable", FamilyBarriers.GIVEN);
    if (text != null) {
      ThreadEntry entry = barriers.text(new FamilyId(id), text);
      ZoneId zone = calendars.zone(folder.family().district());
      model.addAttribute("text", text);
      model.addAttribute("quote", entry.text());
      model.addAttribute("language", entry.language());
      model.addAttribute("said", Objects.requireNonNull(Times.moment(entry.at(), zone)));
    }
  }

  private static Group group(Category category) {
    return new Group(
        category.name(),
        Arrays.stream(BarrierCode.values())
            .filter(code -> code.category() == category)
            .filter(code -> code.kind() != BarrierCode.Kind.NONE)
            .map(BarrierCode::name)
            .toList());
  }

  public record Choice(UUID id, String name) {}

  /**
   * @param category message key {@code families.barriers.category.<category>}
   * @param codes message keys {@code families.barrier.<code>}
   */
  public record Group(String category, List<String> codes) {}
}
