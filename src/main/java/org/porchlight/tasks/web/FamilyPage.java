package org.porchlight.tasks.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.referrals.FamilyReferrals;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.Schools;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.tasks.internal.FamilyEvents;
import org.porchlight.tasks.internal.FamilyFolder;
import org.porchlight.tasks.internal.FamilyFolder.Folder;
import org.porchlight.tasks.internal.Subjects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One family: people and language first, attendance folded at the end. */
@Controller
class FamilyPage {

  private final FamilyFolder folders;
  private final FamilyEvents events;
  private final FamilyPeople people;
  private final BarrierLines barriers;
  private final SchoolMeetingLines meetings;
  private final Schools schools;
  private final SchoolCalendars calendars;
  private final FamilyReferrals referrals;
  private final TimelineLines timeline;
  private final SaidTexts texts;
  private final Clock clock;

  FamilyPage(
      FamilyFolder folders,
      FamilyEvents events,
      FamilyPeople people,
      BarrierLines barriers,
      SchoolMeetingLines meetings,
      Schools schools,
      SchoolCalendars calendars,
      FamilyReferrals referrals,
      TimelineLines timeline,
      SaidTexts texts,
      Clock clock) {
    this.folders = folders;
    this.events = events;
    this.people = people;
    this.barriers = barriers;
    this.meetings = meetings;
    this.schools = schools;
    this.calendars = calendars;
    this.referrals = referrals;
    this.timeline = timeline;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping("/families/{id}")
  String show(@PathVariable UUID id, Model model) {
    Folder folder = folders.open(new FamilyId(id), Channel.PAGE);
    Family family = folder.family();
    ZoneId zone = calendars.zone(family.district());
    model.addAttribute("heading", Subjects.students(family));
    model.addAttribute("revealed", folder.homeRevealed());
    model.addAttribute("students", family.students().stream().map(this::student).toList());
    model.addAttribute("guardians", people.lines(folder, zone));
    model.addAttribute("foundAddress", folder.foundAddress().orElse(null));
    model.addAttribute("state", folder.newest().map(view -> view.state().name()).orElse(null));
    model.addAttribute("familyId", family.id().value());
    boolean mayRecord = events.mayRecord();
    model.addAttribute("mayRecord", mayRecord);
    model.addAttribute("mayPart", events.mayPart());
    folder
        .newest()
        .filter(view -> mayRecord && view.live())
        .ifPresent(
            view -> {
              model.addAttribute("caseId", view.id().value());
              model.addAttribute("request", UUID.randomUUID());
              model.addAttribute("meetingRequest", UUID.randomUUID());
              model.addAttribute("meetingLanguages", SchoolMeetingLines.languages(family));
            });
    model.addAttribute(
        "mayNominate", mayRecord && folder.newest().map(view -> !view.live()).orElse(true));
    model.addAttribute("supports", folder.supports());
    model.addAttribute("contacts", ContactLine.of(folder.contacts(), zone));
    model.addAttribute("next", next(folder, zone));
    model.addAttribute("barriers", barriers.of(folder, zone));
    model.addAttribute("meetings", meetings.of(folder, zone));
    model.addAttribute("way", CaseWay.of(folder.ways(), mayRecord, zone));
    model.addAttribute("timeline", timeline.of(folder.timeline(), zone));
    model.addAttribute("thread", texts.of(folder.thread(), zone));
    model.addAttribute("rates", rates(folder));
    model.addAttribute("referrals", referrals.of(family));
    return "families/family";
  }

  private StudentLine student(Family.Student student) {
    return new StudentLine(
        student.firstName() + " " + student.lastName(), student.grade(), school(student.school()));
  }

  private String school(@Nullable SchoolId id) {
    return Optional.ofNullable(id).flatMap(schools::find).map(Schools.School::name).orElse("");
  }

  private List<NextLine> next(Folder folder, ZoneId zone) {
    return folder.next().stream()
        .map(
            task ->
                new NextLine(
                    task.key(),
                    task.elementId(),
                    Times.due(task.due(), zone),
                    Times.ago(task.due(), clock.instant())))
        .toList();
  }

  private List<RateLine> rates(Folder folder) {
    Map<Object, Family.Student> byId =
        folder.family().students().stream()
            .collect(Collectors.toMap(Family.Student::id, Function.identity()));
    return folder.rates().stream()
        .map(
            rate ->
                new RateLine(
                    Optional.ofNullable(byId.get(rate.student()))
                        .map(Family.Student::firstName)
                        .orElse(""),
                    school(rate.school()),
                    rate.absences(),
                    rate.enrolledDays(),
                    rate.band().name(),
                    Times.day(rate.asOf())))
        .toList();
  }

  public record StudentLine(String name, @Nullable String grade, String school) {}

  public record NextLine(long key, String elementId, @Nullable String due, @Nullable String late) {}

  public record RateLine(
      String student, String school, int absences, int days, String band, String asOf) {}
}
