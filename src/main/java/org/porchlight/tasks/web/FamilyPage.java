package org.porchlight.tasks.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.access.Users;
import org.porchlight.cases.CaseHistory;
import org.porchlight.referrals.FamilyReferrals;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.Schools;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
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

  /** Facts that are somebody's own words; the others are codes. */
  private static final Set<String> WRITTEN =
      Set.of(
          "note",
          "whoKnows",
          "strengths",
          "hopes",
          "learned",
          "barrierWords",
          "achieved",
          "remember",
          "exceptions",
          "placeNote",
          "handedOn");

  private final FamilyFolder folders;
  private final FamilyEvents events;
  private final BarrierLines barriers;
  private final Schools schools;
  private final SchoolCalendars calendars;
  private final FamilyReferrals referrals;
  private final Users users;
  private final Clock clock;

  FamilyPage(
      FamilyFolder folders,
      FamilyEvents events,
      BarrierLines barriers,
      Schools schools,
      SchoolCalendars calendars,
      FamilyReferrals referrals,
      Users users,
      Clock clock) {
    this.folders = folders;
    this.events = events;
    this.barriers = barriers;
    this.schools = schools;
    this.calendars = calendars;
    this.referrals = referrals;
    this.users = users;
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
    model.addAttribute("guardians", FamilyPeople.lines(folder));
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
            });
    model.addAttribute(
        "mayNominate", mayRecord && folder.newest().map(view -> !view.live()).orElse(true));
    model.addAttribute("supports", folder.supports());
    model.addAttribute("contacts", ContactLine.of(folder.contacts(), zone));
    model.addAttribute("next", next(folder, zone));
    model.addAttribute("barriers", barriers.of(folder, zone));
    model.addAttribute("way", CaseWay.of(folder.ways(), mayRecord, zone));
    model.addAttribute(
        "timeline", folder.timeline().stream().map(each -> happened(each, zone)).toList());
    model.addAttribute("thread", thread(folder, zone));
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

  private Happened happened(CaseHistory.Entry entry, ZoneId zone) {
    return new Happened(
        Objects.requireNonNull(Times.moment(entry.at(), zone)),
        entry.kind(),
        name(entry.by()),
        entry.facts().get("closingReason") instanceof String reason ? reason : null,
        entry.facts().entrySet().stream()
            .filter(fact -> WRITTEN.contains(fact.getKey()))
            .map(fact -> fact.getValue())
            .filter(fact -> fact instanceof String text && !text.isBlank())
            .map(Object::toString)
            .toList(),
        entry.facts().get("log") instanceof String log ? log : null,
        entry.facts().get("barrierCode") instanceof String code ? code : null);
  }

  private @Nullable String name(@Nullable UserId user) {
    return user == null ? null : users.find(user).map(Actor::displayName).orElse(null);
  }

  private static List<Said> thread(Folder folder, ZoneId zone) {
    return folder.thread().stream()
        .map(
            entry ->
                new Said(
                    Objects.requireNonNull(Times.moment(entry.at(), zone)),
                    entry.inbound(),
                    entry.text(),
                    entry.language(),
                    entry.state().name(),
                    entry.why() == null ? null : entry.why().name(),
                    entry.carrierCode()))
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

  /**
   * @param closing why the team closed the case: message key {@code timeline.closing.<closing>}
   * @param words what people wrote
   * @param note the visit note that it is about
   * @param barrier what makes school hard: message key {@code families.barrier.<barrier>}
   */
  public record Happened(
      String at,
      String kind,
      @Nullable String by,
      @Nullable String closing,
      List<String> words,
      @Nullable String note,
      @Nullable String barrier) {}

  /**
   * @param why message key {@code families.text.why.<why>}
   */
  public record Said(
      String at,
      boolean inbound,
      String text,
      String language,
      String state,
      @Nullable String why,
      @Nullable String carrierCode) {}

  public record RateLine(
      String student, String school, int absences, int days, String band, String asOf) {}
}
