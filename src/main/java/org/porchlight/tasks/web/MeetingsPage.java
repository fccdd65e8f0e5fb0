package org.porchlight.tasks.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.Users;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.roster.Schools;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.MeetingCycle;
import org.porchlight.tasks.meeting.Meeting;
import org.porchlight.tasks.meeting.Team;
import org.porchlight.tasks.meeting.TeamList;
import org.porchlight.tasks.meeting.TeamRecord;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The teams of the reader's scope, who has not met, and when each meets. */
@Controller
@RequestMapping("/meetings")
class MeetingsPage {

  private final TeamList teams;
  private final Schools schools;
  private final SchoolCalendars calendars;
  private final Users users;

  MeetingsPage(TeamList teams, Schools schools, SchoolCalendars calendars, Users users) {
    this.teams = teams;
    this.schools = schools;
    this.calendars = calendars;
    this.users = users;
  }

  @GetMapping
  String list(Model model) {
    List<Row> rows = teams.rows().stream().map(this::row).toList();
    model.addAttribute("rows", rows);
    model.addAttribute("silent", rows.stream().filter(Row::silent).count());
    model.addAttribute("unset", rows.stream().filter(row -> row.cycle() == null).count());
    return "meetings/list";
  }

  @GetMapping("/schools/{id}")
  String ofSchool(@PathVariable UUID id, Model model) {
    return show(school(id), model);
  }

  @GetMapping("/districts/{id}")
  String ofDistrict(@PathVariable UUID id, Model model) {
    return show(teams.get(new DistrictId(id), null), model);
  }

  @PostMapping("/schools/{id}")
  String setSchool(@PathVariable UUID id, CycleForm form, RedirectAttributes flash) {
    return set(school(id), form, flash);
  }

  @PostMapping("/districts/{id}")
  String setDistrict(@PathVariable UUID id, CycleForm form, RedirectAttributes flash) {
    return set(teams.get(new DistrictId(id), null), form, flash);
  }

  @PostMapping("/schools/{id}/end")
  String endSchool(@PathVariable UUID id, RedirectAttributes flash) {
    return end(school(id), flash);
  }

  @PostMapping("/districts/{id}/end")
  String endDistrict(@PathVariable UUID id, RedirectAttributes flash) {
    return end(teams.get(new DistrictId(id), null), flash);
  }

  /**
   * What is sent to set a cycle.
   *
   * @param every {@code weekly}, or the month's week as a number
   */
  record CycleForm(
      @RequestParam String every,
      @RequestParam int day,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime at) {

    MeetingCycle cycle() {
      DayOfWeek weekday = DayOfWeek.of(Math.clamp(day, 1, 7));
      return every.matches("[1-4]")
          ? MeetingCycle.monthly(Integer.parseInt(every), weekday, at)
          : MeetingCycle.weekly(weekday, at);
    }
  }

  private TeamList.Row school(UUID id) {
    Schools.School school = schools.find(new SchoolId(id)).orElseThrow();
    return teams.get(school.district(), school.id());
  }

  private String set(TeamList.Row row, CycleForm form, RedirectAttributes flash) {
    try {
      teams.set(row, form.cycle());
      flash.addFlashAttribute("notice", "meetings.team.saved");
    } catch (IllegalArgumentException wrong) {
      flash.addFlashAttribute("problem", wrong.getMessage());
    }
    return "redirect:" + path(row.district(), row.school());
  }

  private String end(TeamList.Row row, RedirectAttributes flash) {
    Team team = row.team();
    if (team != null) {
      teams.end(team);
      flash.addFlashAttribute("notice", "meetings.team.ended");
    }
    return "redirect:" + path(row.district(), row.school());
  }

  private String show(TeamList.Row row, Model model) {
    Team team = row.team();
    ZoneId zone = calendars.zone(row.district());
    model.addAttribute("row", row(row));
    model.addAttribute("days", List.of(1, 2, 3, 4, 5));
    MeetingCycle cycle = team == null ? null : team.cycle();
    Integer week = cycle == null ? null : cycle.week();
    model.addAttribute("every", week == null ? "weekly" : week.toString());
    model.addAttribute("day", cycle == null ? 2 : cycle.day().getValue());
    model.addAttribute("at", cycle == null ? "14:30" : cycle.at().toString());
    model.addAttribute(
        "events",
        team == null
            ? List.of()
            : teams.events(team).stream().map(event -> event(event, zone)).toList());
    model.addAttribute(
        "held",
        team == null
            ? List.of()
            : teams.held(team).stream()
                .map(one -> new Past(one.id(), Times.day(one.endedAt(), zone)))
                .toList());
    return "meetings/team";
  }

  private Row row(TeamList.Row row) {
    ZoneId zone = calendars.zone(row.district());
    Team team = row.team();
    Meeting next = row.next();
    boolean meets = team != null && team.meets();
    return new Row(
        row.name(),
        row.school() == null,
        path(row.district(), row.school()),
        meets && team != null ? team.cycle() : null,
        Times.day(row.lastMet(), zone),
        next == null || !meets ? null : Times.due(next.plannedFor(), zone),
        next == null || !meets ? null : next.id(),
        next != null && next.state() == Meeting.State.OPEN,
        row.silent());
  }

  private Event event(TeamRecord.Entry entry, ZoneId zone) {
    UserId by = entry.by();
    return new Event(
        entry.kind().name(),
        Times.moment(entry.at(), zone),
        by == null ? "" : users.find(by).map(Actor::displayName).orElse(""));
  }

  static String path(DistrictId district, @Nullable SchoolId school) {
    return school == null ? "/meetings/districts/" + district : "/meetings/schools/" + school;
  }

  /**
   * @param cycle null: nobody has said when it meets
   * @param ready its pack is prepared
   */
  public record Row(
      String name,
      boolean ofDistrict,
      String path,
      @Nullable MeetingCycle cycle,
      @Nullable String lastMet,
      @Nullable String next,
      @Nullable UUID meeting,
      boolean ready,
      boolean silent) {}

  public record Event(String kind, @Nullable String at, String by) {}

  public record Past(UUID id, @Nullable String day) {}
}
