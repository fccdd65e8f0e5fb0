package org.porchlight.tasks.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.Users;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.internal.QueuedTask;
import org.porchlight.tasks.internal.SettleTexts;
import org.porchlight.tasks.internal.StuckReplies;
import org.porchlight.tasks.internal.Subjects;
import org.porchlight.tasks.internal.Subjects.Subject;
import org.porchlight.tasks.internal.Tab;
import org.porchlight.tasks.internal.TaskTaken;
import org.porchlight.tasks.internal.UnmatchedReplies;
import org.porchlight.tasks.internal.Work;
import org.porchlight.visits.UnspokenLanguages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My work: the queue. */
@Controller
class WorkPage {

  private static final int PAGE = 25;
  private static final int LAST_PAGE = 1000;

  private final Work work;
  private final Subjects subjects;
  private final CurrentActor currentActor;
  private final Users users;
  private final SettleTexts texts;
  private final StuckReplies stuck;
  private final UnmatchedReplies unmatched;
  private final UnspokenLanguages unspoken;
  private final MeetingLines meetings;
  private final Clock clock;

  WorkPage(
      Work work,
      Subjects subjects,
      CurrentActor currentActor,
      Users users,
      SettleTexts texts,
      StuckReplies stuck,
      UnmatchedReplies unmatched,
      UnspokenLanguages unspoken,
      MeetingLines meetings,
      Clock clock) {
    this.meetings = meetings;
    this.work = work;
    this.texts = texts;
    this.stuck = stuck;
    this.unmatched = unmatched;
    this.unspoken = unspoken;
    this.subjects = subjects;
    this.currentActor = currentActor;
    this.users = users;
    this.clock = clock;
  }

  /** Without a tab: mine, or the team's where nothing is mine. */
  @GetMapping("/work")
  String queue(
      @RequestParam(required = false) @Nullable String tab,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    Map<Tab, Integer> counts = work.counts();
    Tab shown =
        Tab.of(tab == null ? "" : tab)
            .orElse(counts.getOrDefault(Tab.MINE, 0) > 0 ? Tab.MINE : Tab.TEAM);
    int number = Math.clamp(page, 1, LAST_PAGE);
    List<QueuedTask> tasks = work.list(shown, PAGE + 1, (number - 1) * PAGE);
    model.addAttribute("tab", shown.code());
    model.addAttribute("tabs", tabs(counts));
    model.addAttribute("rows", rows(tasks.subList(0, Math.min(PAGE, tasks.size()))));
    model.addAttribute("page", number);
    model.addAttribute("more", tasks.size() > PAGE);
    model.addAttribute(
        "gaps",
        unspoken.lately(currentActor.get()).stream()
            .mapToInt(UnspokenLanguages.Gap::families)
            .sum());
    model.addAttribute("unsettled", texts.open().size() + stuck.open().size());
    model.addAttribute("decisions", meetings.decisions());
    model.addAttribute("unmatched", unmatched.open().size());
    return "work/queue";
  }

  @PostMapping("/work/{key}/claim")
  String claim(
      @PathVariable long key,
      @RequestParam(defaultValue = "team") String tab,
      RedirectAttributes redirect) {
    try {
      work.claim(key);
      redirect.addFlashAttribute("notice", "work.claimed");
    } catch (TaskTaken taken) {
      redirect.addFlashAttribute("takenBy", taken.assignee());
    }
    return back(tab, redirect);
  }

  @PostMapping("/work/{key}/release")
  String release(
      @PathVariable long key,
      @RequestParam(defaultValue = "team") String tab,
      RedirectAttributes redirect) {
    work.release(key);
    redirect.addFlashAttribute("notice", "work.released");
    return back(tab, redirect);
  }

  private static String back(String tab, RedirectAttributes redirect) {
    redirect.addAttribute("tab", Tab.of(tab).orElse(Tab.TEAM).code());
    return "redirect:/work";
  }

  private static List<TabLink> tabs(Map<Tab, Integer> counts) {
    return java.util.Arrays.stream(Tab.values())
        .map(tab -> new TabLink(tab.code(), counts.getOrDefault(tab, 0)))
        .toList();
  }

  private List<Row> rows(List<QueuedTask> tasks) {
    Map<UUID, Subject> known = subjects.of(tasks.stream().map(QueuedTask::subject).toList());
    UserId me = currentActor.get().id();
    Instant now = clock.instant();
    return tasks.stream().map(task -> row(task, known.get(task.subject()), me, now)).toList();
  }

  private Row row(QueuedTask task, @Nullable Subject subject, UserId me, Instant now) {
    UserId assignee = task.assignee();
    return new Row(
        task.key(),
        task.elementId(),
        subject == null ? null : subject.students(),
        subject == null ? meetings.team(task.subject()) : subject.school(),
        Times.due(task.due(), subject == null ? meetings.zone(task.subject()) : subject.zone()),
        task.late(now) ? Times.ago(task.due(), now) : null,
        assignee == null ? null : users.find(assignee).map(Actor::displayName).orElse("?"),
        me.equals(assignee));
  }

  /** A tab with its count. */
  public record TabLink(String code, int count) {}

  /**
   * @param late how long it has been overdue; null where it is not
   * @param mine the reader has taken it on
   */
  public record Row(
      long key,
      String elementId,
      @Nullable String students,
      @Nullable String school,
      @Nullable String due,
      @Nullable String late,
      @Nullable String assignee,
      boolean mine) {}
}
