package org.porchlight.tasks.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.BarrierCode;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.TaskAlreadyDone;
import org.porchlight.tasks.internal.TaskGone;
import org.porchlight.tasks.internal.TaskTaken;
import org.porchlight.tasks.meeting.ItemKind;
import org.porchlight.tasks.meeting.ItemLine;
import org.porchlight.tasks.meeting.Meeting;
import org.porchlight.tasks.meeting.MeetingRoom;
import org.porchlight.tasks.meeting.MeetingTimes;
import org.porchlight.tasks.meeting.TeamList;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One meeting: its pack, and how it began and ended. Its items have pages of their own. */
@Controller
@RequestMapping("/meetings/{id}")
class MeetingPage {

  private final MeetingRoom room;
  private final MeetingTimes times;
  private final TeamList teams;
  private final DecisionRows decisions;

  MeetingPage(MeetingRoom room, MeetingTimes times, TeamList teams, DecisionRows decisions) {
    this.room = room;
    this.times = times;
    this.teams = teams;
    this.decisions = decisions;
  }

  @GetMapping
  String show(@PathVariable UUID id, Model model) {
    MeetingRoom.Held held = room.get(id);
    Meeting meeting = held.meeting();
    ZoneId zone = times.zone(held.team());
    List<ItemLine> items = room.items(held);
    model.addAttribute("id", id);
    model.addAttribute("team", teams.find(held.team().id().value()).orElseThrow().name());
    model.addAttribute("path", MeetingsPage.path(held.team().district(), held.team().school()));
    model.addAttribute("meeting", meeting);
    model.addAttribute("plannedFor", Times.moment(meeting.plannedFor(), zone));
    model.addAttribute("preparedAt", Times.moment(meeting.preparedAt(), zone));
    model.addAttribute("endedAt", Times.moment(meeting.endedAt(), zone));
    model.addAttribute("sections", sections(items));
    model.addAttribute("first", items.isEmpty() ? null : items.getFirst());
    model.addAttribute("barriers", barriers(held));
    model.addAttribute("decisions", decisions.of(held));
    model.addAttribute("open", room.open(held));
    model.addAttribute(
        "reasons", List.of("NOTHING_TO_DECIDE", "TOO_FEW", "SCHOOL_CLOSED", "SOMETHING_ELSE"));
    model.addAttribute("day", meeting.plannedFor().atZone(zone).toLocalDate());
    model.addAttribute("at", meeting.plannedFor().atZone(zone).toLocalTime());
    return "meetings/meeting";
  }

  /** Keeps what came since the pack, and goes to the first item. */
  @PostMapping("/start")
  String start(@PathVariable UUID id) {
    room.start(id);
    return room.items(room.get(id)).stream()
        .findFirst()
        .map(item -> "redirect:/meetings/" + id + "/" + item.code() + "/" + item.item().subject())
        .orElse("redirect:/meetings/" + id);
  }

  @PostMapping("/end")
  String end(
      @PathVariable UUID id,
      @RequestParam String outcome,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String words,
      RedirectAttributes flash) {
    Map<String, Object> said = new HashMap<>(Map.of("outcome", outcome));
    Optional.ofNullable(reason)
        .filter(each -> !each.isBlank())
        .ifPresent(each -> said.put("reason", each));
    Optional.ofNullable(words)
        .filter(each -> !each.isBlank())
        .ifPresent(each -> said.put("words", each));
    try {
      room.end(id, said);
      flash.addFlashAttribute("notice", "meetings.ended." + outcome);
    } catch (TaskTaken taken) {
      flash.addFlashAttribute("takenBy", taken.assignee());
    } catch (TaskGone | TaskAlreadyDone gone) {
      flash.addFlashAttribute("trouble", "meetings.problem.gone");
    } catch (InvalidSubmission wrong) {
      flash.addFlashAttribute("trouble", "meetings.problem.reason");
    }
    return "redirect:/meetings/" + id;
  }

  @PostMapping("/move")
  String move(
      @PathVariable UUID id,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime at,
      RedirectAttributes flash) {
    try {
      room.move(id, day.atTime(at).atZone(times.zone(room.get(id).team())).toInstant());
      flash.addFlashAttribute("notice", "meetings.moved");
    } catch (IllegalArgumentException wrong) {
      flash.addFlashAttribute("trouble", "meetings.problem.day");
    }
    return "redirect:/meetings/" + id;
  }

  private static List<Section> sections(List<ItemLine> items) {
    List<Section> sections = new ArrayList<>();
    for (ItemKind kind : ItemKind.values()) {
      List<ItemLine> own = items.stream().filter(item -> item.item().kind() == kind).toList();
      if (!own.isEmpty()) {
        sections.add(new Section(kind.name(), own));
      }
    }
    return sections;
  }

  private List<Count> barriers(MeetingRoom.Held held) {
    return room.barriers(held.team()).stream()
        .map(
            each -> {
              BarrierCode code = each.code();
              return new Count(
                  code == null ? "meetings.barriers.confidential" : code.messageKey(),
                  each.count());
            })
        .toList();
  }

  /** The items of one kind. */
  public record Section(String kind, List<ItemLine> items) {}

  /** Open barriers of one code; {@code key} is its page text. */
  public record Count(String key, int count) {}
}
