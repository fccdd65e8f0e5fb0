package org.porchlight.tasks.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskAlreadyDone;
import org.porchlight.roster.Families;
import org.porchlight.shared.UserId;
import org.porchlight.tasks.internal.FilledForm;
import org.porchlight.tasks.internal.QueuedTask;
import org.porchlight.tasks.internal.Subjects;
import org.porchlight.tasks.internal.Tab;
import org.porchlight.tasks.internal.TaskGone;
import org.porchlight.tasks.internal.TaskTaken;
import org.porchlight.tasks.internal.Work;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The queue for systems: the list holds ids only, no names. */
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi {

  private static final int MOST = 200;

  private final Work work;
  private final FilledForm forms;
  private final Subjects subjects;
  private final Families families;

  TasksApi(Work work, FilledForm forms, Subjects subjects, Families families) {
    this.work = work;
    this.forms = forms;
    this.subjects = subjects;
    this.families = families;
  }

  /**
   * @param tab {@code mine}, {@code team} or {@code overdue}
   * @param limit at most 200
   */
  @GetMapping
  List<Task> list(
      @RequestParam(defaultValue = "team") String tab,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "0") int skip) {
    Tab shown =
        Tab.of(tab)
            .orElseThrow(() -> new IllegalArgumentException("tab must be mine, team or overdue"));
    return work.list(shown, Math.clamp(limit, 1, MOST), Math.max(skip, 0)).stream()
        .map(Task::of)
        .toList();
  }

  /** One open task with its form and what belongs into it: names a family, so it opens the file. */
  @GetMapping("/{key}")
  OneTask one(@PathVariable long key) {
    QueuedTask task = work.find(key).orElseThrow(TaskGone::new);
    subjects.caseOf(task.subject()).ifPresent(view -> families.open(view.family(), Channel.API));
    FilledForm.Filled filled = forms.open(task);
    return new OneTask(Task.of(task), filled.schema(), filled.values());
  }

  @PostMapping("/{key}/claim")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void claim(@PathVariable long key) {
    work.claim(key);
  }

  @PostMapping("/{key}/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(@PathVariable long key) {
    work.release(key);
  }

  /** The form's data by field key. */
  @PostMapping("/{key}/complete")
  Saved complete(@PathVariable long key, @RequestBody Map<String, Object> data) {
    Submission submission = work.complete(key, data);
    return new Saved(submission.id(), submission.at());
  }

  @ExceptionHandler
  ProblemDetail invalid(InvalidSubmission invalid) {
    ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, invalid);
    problem.setProperty("errors", invalid.errors());
    return problem;
  }

  @ExceptionHandler({TaskAlreadyDone.class, TaskTaken.class})
  ProblemDetail tooLate(RuntimeException late) {
    return problem(HttpStatus.CONFLICT, late);
  }

  @ExceptionHandler
  ProblemDetail gone(TaskGone gone) {
    return problem(HttpStatus.NOT_FOUND, gone);
  }

  @ExceptionHandler
  ProblemDetail wrong(IllegalArgumentException wrong) {
    return problem(HttpStatus.BAD_REQUEST, wrong);
  }

  private static ProblemDetail problem(HttpStatus status, RuntimeException cause) {
    return ProblemDetail.forStatusAndDetail(status, cause.getMessage());
  }

  /**
   * @param key as text: larger than what JavaScript holds in a number
   * @param subject the case
   */
  record Task(
      String key,
      UUID subject,
      String element,
      String form,
      List<String> groups,
      @Nullable Instant due,
      Instant createdAt,
      @Nullable UUID assignee) {

    static Task of(QueuedTask task) {
      UserId assignee = task.assignee();
      return new Task(
          Long.toString(task.key()),
          task.subject(),
          task.elementId(),
          task.formId(),
          task.groups(),
          task.due(),
          task.createdAt(),
          assignee == null ? null : assignee.value());
    }
  }

  /**
   * @param schema of the Camunda form
   * @param prefill data by field key, and the choices that the form takes from there
   */
  record OneTask(Task task, @JsonRawValue String schema, @JsonRawValue String prefill) {}

  record Saved(UUID submission, Instant at) {}
}
