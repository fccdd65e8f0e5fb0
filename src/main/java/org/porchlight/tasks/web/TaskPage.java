package org.porchlight.tasks.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.porchlight.access.Actor;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.access.Users;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.FamilyContacts;
import org.porchlight.engine.Submission;
import org.porchlight.identification.OtherSupports;
import org.porchlight.roster.Families;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.internal.FamilyFolder;
import org.porchlight.tasks.internal.FilledForm;
import org.porchlight.tasks.internal.QueuedTask;
import org.porchlight.tasks.internal.Subjects;
import org.porchlight.tasks.internal.Work;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One task: its family, its form, and what was saved once it is done. */
@Controller
class TaskPage {

  /** Tasks by which a family is contacted without having asked. */
  private static final Set<String> CONTACTS =
      Set.of("userTask_ContactFamily", "userTask_FollowUpCall");

  private static final String PLAN = "userTask_PlanFirstContact";

  private static final String CALL_BACK = "userTask_CallBack";

  private final Work work;
  private final FilledForm forms;
  private final Subjects subjects;
  private final Families families;
  private final Callees callees;
  private final FamilyContacts contacts;
  private final OtherSupports supports;
  private final FamilyFolder folder;
  private final SaidTexts texts;
  private final MeetingLines meetings;
  private final CurrentActor currentActor;
  private final Users users;
  private final Clock clock;

  TaskPage(
      Work work,
      FilledForm forms,
      Subjects subjects,
      Families families,
      Callees callees,
      FamilyContacts contacts,
      OtherSupports supports,
      FamilyFolder folder,
      SaidTexts texts,
      MeetingLines meetings,
      CurrentActor currentActor,
      Users users,
      Clock clock) {
    this.work = work;
    this.forms = forms;
    this.subjects = subjects;
    this.families = families;
    this.callees = callees;
    this.contacts = contacts;
    this.supports = supports;
    this.folder = folder;
    this.texts = texts;
    this.meetings = meetings;
    this.currentActor = currentActor;
    this.users = users;
    this.clock = clock;
  }

  @GetMapping("/work/{key}")
  String show(@PathVariable long key, Model model) {
    Optional<QueuedTask> open = work.find(key);
    if (open.isPresent()) {
      return meetings.path(open.get()).orElseGet(() -> showOpen(open.get(), model));
    }
    return work.saved(key).map(saved -> showSaved(saved, model)).orElse("work/gone");
  }

  private String showOpen(QueuedTask task, Model model) {
    Optional<CaseView> about = subjects.caseOf(task.subject());
    ZoneId zone = openFamily(about, task.elementId(), model);
    if (CONTACTS.contains(task.elementId())) {
      about.ifPresent(
          view ->
              model.addAttribute(
                  "contacts",
                  ContactLine.of(contacts.count(view.family(), view.district()), zone)));
    }
    if (task.elementId().equals(PLAN)) {
      about.ifPresent(
          view ->
              model.addAttribute(
                  "supports",
                  supports
                      .inPlace(Set.of(view.family()), LocalDate.ofInstant(clock.instant(), zone))
                      .getOrDefault(view.family(), List.of())));
    }
    if (task.elementId().equals(CALL_BACK)) {
      about.ifPresent(view -> model.addAttribute("thread", texts.last(folder.thread(view), zone)));
    }
    UserId assignee = task.assignee();
    boolean mine = currentActor.get().id().equals(assignee);
    boolean taken = assignee != null && !mine;
    FilledForm.Filled filled = forms.open(task);
    model.addAttribute("key", task.key());
    model.addAttribute("elementId", task.elementId());
    model.addAttribute("due", Times.due(task.due(), zone));
    model.addAttribute("late", Times.ago(task.due(), clock.instant()));
    model.addAttribute("takenBy", assignee == null || mine ? null : name(assignee));
    model.addAttribute("mine", mine);
    return showForm(filled, taken, model);
  }

  private String showSaved(Submission saved, Model model) {
    ZoneId zone =
        openFamily(subjects.caseOf(saved.task().subject()), saved.task().elementId(), model);
    model.addAttribute("key", saved.task().key());
    model.addAttribute("elementId", saved.task().elementId());
    model.addAttribute("savedBy", name(saved.by()));
    model.addAttribute("savedByMe", saved.by().equals(currentActor.get().id()));
    model.addAttribute("savedAt", Times.moment(saved.at(), zone));
    return showForm(forms.saved(saved), true, model);
  }

  private static String showForm(FilledForm.Filled filled, boolean readOnly, Model model) {
    model.addAttribute("usesForm", true);
    model.addAttribute("readOnly", readOnly);
    model.addAttribute("schema", filled.schema());
    model.addAttribute("values", filled.values());
    return "work/task";
  }

  /** The page shows one family, so it opens the file: scope and audit, once. */
  private ZoneId openFamily(Optional<CaseView> view, String elementId, Model model) {
    view.ifPresent(
        each -> {
          Families.OpenedFamily opened = families.open(each.family(), Channel.PAGE);
          model.addAttribute("family", FamilyHeader.of(each, opened.family()));
          model.addAttribute("callees", callees.of(elementId, each, opened));
        });
    return subjects.zone(view);
  }

  private String name(UserId user) {
    return users.find(user).map(Actor::displayName).orElse("?");
  }
}
