package org.porchlight.tasks.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Cases;
import org.porchlight.cases.SchoolMeetings.State;
import org.porchlight.cases.SchoolMeetings.Wanted;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.porchlight.tasks.internal.FamilyMeetings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The part of a family's page about meetings at school. */
@Controller
@RequestMapping("/families/{id}/school-meetings")
class SchoolMeetingsPage {

  private final FamilyMeetings meetings;
  private final Cases cases;
  private final SchoolCalendars calendars;

  SchoolMeetingsPage(FamilyMeetings meetings, Cases cases, SchoolCalendars calendars) {
    this.meetings = meetings;
    this.cases = cases;
    this.calendars = calendars;
  }

  @PostMapping
  String ask(
      @PathVariable UUID id,
      @RequestParam UUID caseId,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(required = false) @Nullable LocalTime time,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String forWhom,
      @RequestParam UUID request,
      RedirectAttributes flash) {
    CaseId about = new CaseId(caseId);
    ZoneId zone = calendars.zone(cases.get(about).district());
    try {
      if (day == null || time == null) {
        throw new IllegalArgumentException("day and time are needed");
      }
      meetings.ask(
          about,
          new Wanted(language, day.atTime(time).atZone(zone).toInstant(), place, forWhom),
          request);
      flash.addFlashAttribute("recorded", "INTERPRETER");
    } catch (IllegalStateException ended) {
      flash.addFlashAttribute("recorded", "TOO_LATE");
    } catch (IllegalArgumentException wrong) {
      flash.addFlashAttribute("recorded", "WRONG_MEETING");
    }
    return "redirect:/families/" + id + "#meetings";
  }

  @PostMapping("/{meeting}")
  String now(
      @PathVariable UUID id,
      @PathVariable UUID meeting,
      @RequestParam UUID caseId,
      @RequestParam State state) {
    meetings.now(new CaseId(caseId), meeting, state);
    return "redirect:/families/" + id + "#meetings";
  }
}
