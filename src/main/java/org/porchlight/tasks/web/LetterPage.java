package org.porchlight.tasks.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.messaging.PrintedWords;
import org.porchlight.messaging.WrittenWords;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.FamilyId;
import org.porchlight.tasks.internal.CallScripts;
import org.porchlight.tasks.internal.CallScripts.Why;
import org.porchlight.tasks.internal.FamilyEvents;
import org.porchlight.tasks.internal.FamilyFolder;
import org.porchlight.tasks.internal.FamilyFolder.Folder;
import org.porchlight.tasks.internal.InvitationLetter;
import org.porchlight.tasks.internal.InvitationLetter.Letter;
import org.porchlight.tasks.internal.Subjects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The invitation to print, and to be read to somebody, for staff who may record things about the
 * family's case.
 */
@Controller
class LetterPage {

  private final FamilyFolder folders;
  private final FamilyEvents events;
  private final InvitationLetter letters;
  private final CallScripts scripts;
  private final SchoolCalendars calendars;
  private final PrintedWords printed;
  private final MessageSource texts;
  private final Clock clock;

  LetterPage(
      FamilyFolder folders,
      FamilyEvents events,
      InvitationLetter letters,
      CallScripts scripts,
      SchoolCalendars calendars,
      PrintedWords printed,
      MessageSource texts,
      Clock clock) {
    this.folders = folders;
    this.events = events;
    this.letters = letters;
    this.scripts = scripts;
    this.calendars = calendars;
    this.printed = printed;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping("/families/{id}/letter")
  String show(@PathVariable UUID id, Model model) {
    Folder folder = open(id);
    Letter letter = letters.of(folder);
    model.addAttribute("familyId", id);
    model.addAttribute("heading", Subjects.students(folder.family()));
    model.addAttribute("letter", letter);
    model.addAttribute("today", today(folder));
    model.addAttribute("pdf", sheet(letter, today(folder)).filter(printed::printable).isPresent());
    return "families/letter";
  }

  /** The same as a file, for a printer that knows no fonts and for whoever prints many. */
  @GetMapping("/families/{id}/letter.pdf")
  ResponseEntity<byte[]> file(@PathVariable UUID id) {
    Folder folder = open(id);
    PrintedWords.Letter sheet =
        sheet(letters.of(folder), today(folder))
            .filter(printed::printable)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no letter to print as a file: the letter's page says why"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("letter.pdf").build().toString())
        .cacheControl(CacheControl.noStore())
        .body(printed.pdf(sheet));
  }

  /** What to say with an interpreter, English and the family's language side by side. */
  @GetMapping("/families/{id}/script")
  String script(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable Why why, Model model) {
    Folder folder = open(id);
    model.addAttribute("familyId", id);
    model.addAttribute("heading", Subjects.students(folder.family()));
    model.addAttribute("call", scripts.of(folder, why));
    return "families/script";
  }

  private Folder open(UUID family) {
    if (!events.mayRecord()) {
      throw new AccessDeniedException("Letters are printed by the school's staff");
    }
    return folders.open(new FamilyId(family), Channel.PAGE);
  }

  private LocalDate today(Folder folder) {
    return LocalDate.ofInstant(clock.instant(), calendars.zone(folder.family().district()));
  }

  private Optional<PrintedWords.Letter> sheet(Letter letter, LocalDate today) {
    WrittenWords.Words words = letter.words();
    if (words == null) {
      return Optional.empty();
    }
    Locale locale = LocaleContextHolder.getLocale();
    return Optional.of(
        new PrintedWords.Letter(
            texts.getMessage("families.letter.heading", null, locale),
            words.language(),
            words.rightToLeft(),
            Stream.of(letter.to(), letter.address()).flatMap(Stream::ofNullable).toList(),
            today.toString(),
            List.of(words.text()),
            words.approved() ? null : texts.getMessage("families.letter.draft", null, locale)));
  }
}
