package org.porchlight.tasks.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.FamilyId;
import org.porchlight.tasks.internal.FamilyEvents;
import org.porchlight.tasks.internal.FamilyFolder;
import org.porchlight.tasks.internal.FamilyFolder.Folder;
import org.porchlight.tasks.internal.InvitationLetter;
import org.porchlight.tasks.internal.Subjects;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The invitation to print, for staff who may record things about the family's case. */
@Controller
class LetterPage {

  private final FamilyFolder folders;
  private final FamilyEvents events;
  private final InvitationLetter letters;
  private final SchoolCalendars calendars;
  private final Clock clock;

  LetterPage(
      FamilyFolder folders,
      FamilyEvents events,
      InvitationLetter letters,
      SchoolCalendars calendars,
      Clock clock) {
    this.folders = folders;
    this.events = events;
    this.letters = letters;
    this.calendars = calendars;
    this.clock = clock;
  }

  @GetMapping("/families/{id}/letter")
  String show(@PathVariable UUID id, Model model) {
    if (!events.mayRecord()) {
      throw new AccessDeniedException("Letters are printed by the school's staff");
    }
    Folder folder = folders.open(new FamilyId(id), Channel.PAGE);
    model.addAttribute("familyId", id);
    model.addAttribute("heading", Subjects.students(folder.family()));
    model.addAttribute("letter", letters.of(folder));
    model.addAttribute(
        "today", LocalDate.ofInstant(clock.instant(), calendars.zone(folder.family().district())));
    return "families/letter";
  }
}
