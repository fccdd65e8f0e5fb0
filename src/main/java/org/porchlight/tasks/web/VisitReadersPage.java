package org.porchlight.tasks.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.Family;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.tasks.internal.Subjects;
import org.porchlight.tasks.internal.VisitReaders;
import org.porchlight.tasks.internal.VisitReaders.Reader;
import org.porchlight.tasks.internal.VisitReaders.Readers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A family says who of it should be told when a visit is. */
@Controller
@RequestMapping("/families/{id}/readers")
class VisitReadersPage {

  private final VisitReaders readers;

  VisitReadersPage(VisitReaders readers) {
    this.readers = readers;
  }

  @GetMapping
  String show(@PathVariable UUID id, Model model) {
    Readers found = readers.open(new FamilyId(id));
    model.addAttribute("familyId", id);
    model.addAttribute("heading", Subjects.students(found.family()));
    model.addAttribute("people", found.people().stream().map(VisitReadersPage::person).toList());
    return "families/readers";
  }

  @PostMapping
  String choose(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") List<UUID> guardian,
      RedirectAttributes flash) {
    Set<GuardianId> chosen = guardian.stream().map(GuardianId::new).collect(Collectors.toSet());
    try {
      readers.choose(new FamilyId(id), chosen);
      flash.addFlashAttribute("saved", "SAVED");
    } catch (IllegalArgumentException refused) {
      flash.addFlashAttribute("saved", "REFUSED");
    }
    return "redirect:/families/" + id + "/readers";
  }

  private static Person person(Reader reader) {
    Family.Guardian guardian = reader.guardian();
    String written = guardian.writtenLanguage();
    return new Person(
        guardian.id().value(),
        guardian.firstName() + " " + guardian.lastName(),
        guardian.relation(),
        written == null ? null : FamilyHeader.language(written),
        reader.state().name());
  }

  /**
   * @param state message key {@code families.readers.state.<state>}
   */
  public record Person(
      UUID id, String name, @Nullable String relation, @Nullable String language, String state) {}
}
