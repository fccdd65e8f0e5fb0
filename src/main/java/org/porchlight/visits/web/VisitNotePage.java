package org.porchlight.visits.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate;
import org.porchlight.access.Users;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.FamilyId;
import org.porchlight.visits.internal.AmendLog;
import org.porchlight.visits.internal.AnsweredForm;
import org.porchlight.visits.internal.SafetyStop;
import org.porchlight.visits.internal.VisitNotes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was written after a visit: now and before; whoever may, amends it here. */
@Controller
@RequestMapping("/families/{family}/visit-notes/{note}")
class VisitNotePage {

  private final VisitNotes notes;
  private final AmendLog amend;
  private final Families families;
  private final Users users;
  private final CurrentActor current;

  VisitNotePage(
      VisitNotes notes, AmendLog amend, Families families, Users users, CurrentActor current) {
    this.notes = notes;
    this.amend = amend;
    this.families = families;
    this.users = users;
    this.current = current;
  }

  /** A text with who wrote it, by name. */
  public record TextShown(String by, String at, List<AnsweredForm.Answer> answers) {}

  @GetMapping
  String note(@PathVariable UUID family, @PathVariable UUID note, Model model, Locale locale) {
    Family opened = open(family);
    VisitNotes.Note shown = notes.open(opened.id(), note, current.get(), locale);
    model.addAttribute("familyId", family);
    model.addAttribute("note", shown);
    model.addAttribute("students", opened.students());
    model.addAttribute("when", VisitMoments.text(shown.startsAt(), shown.zone(), locale));
    VisitNotes.Where where = shown.where();
    String language = where == null ? null : where.language();
    model.addAttribute(
        "language", language == null ? null : VisitMoments.language(language, locale));
    SafetyStop stop = shown.stop();
    model.addAttribute(
        "stopUntil",
        stop == null ? null : VisitMoments.text(stop.expiresAt(), shown.zone(), locale));
    model.addAttribute("text", text(shown, shown.text(), locale));
    model.addAttribute(
        "earlier", shown.earlier().stream().map(each -> text(shown, each, locale)).toList());
    return "visits/note";
  }

  @GetMapping("/amend")
  String form(@PathVariable UUID family, @PathVariable UUID note, Model model, Locale locale) {
    Family opened = open(family);
    Actor reader = current.get();
    AmendLog.Filled filled = amend.form(opened.id(), note, reader);
    VisitNotes.Note shown = notes.open(opened.id(), note, reader, locale);
    model.addAttribute("familyId", family);
    model.addAttribute("noteId", note);
    model.addAttribute("when", VisitMoments.text(shown.startsAt(), shown.zone(), locale));
    model.addAttribute("usesForm", true);
    model.addAttribute("filled", filled);
    return "visits/amend";
  }

  /** Answers where to go next; the page shows what stands now, whoever wrote it. */
  @PostMapping(path = "/amend", consumes = "application/json")
  ResponseEntity<Map<String, String>> amend(
      @PathVariable UUID family,
      @PathVariable UUID note,
      @RequestParam int version,
      @RequestBody Map<String, Object> data) {
    FamilyId opened = open(family).id();
    boolean amended = amend.amend(opened, note, version, data, current.get());
    return ResponseEntity.status(amended ? HttpStatus.OK : HttpStatus.CONFLICT)
        .body(Map.of("next", "/families/" + family + "/visit-notes/" + note));
  }

  /** Nothing was saved; says what to mend, by field key. */
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> invalid(InvalidSubmission invalid) {
    return ResponseEntity.unprocessableContent().body(Map.of("errors", invalid.errors()));
  }

  /** Scope and audit, once; visitors read what happened only after the family's yes. */
  private Family open(UUID family) {
    Families.OpenedFamily opened = families.open(new FamilyId(family), FileGate.Channel.PAGE);
    if (!opened.opened().homeRevealed()) {
      throw new AccessDeniedException("The family has not yet said yes to a visit");
    }
    return opened.family();
  }

  private TextShown text(VisitNotes.Note note, VisitNotes.Text text, Locale locale) {
    return new TextShown(
        users.find(text.by()).map(Actor::displayName).orElse("?"),
        VisitMoments.text(text.at(), note.zone(), locale),
        text.answers());
  }
}
