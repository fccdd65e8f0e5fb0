package org.porchlight.engine.outbox;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.porchlight.engine.CommandFailed;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.engine.TaskAlreadyDone;
import org.porchlight.engine.TaskHandler;
import org.porchlight.engine.form.FormValidator;
import org.porchlight.shared.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what people enter in forms: checked, stored and queued for the engine in one transaction.
 */
@Component
class SubmitTask implements Submissions {

  private final UserTasks tasks;
  private final SubmissionStore submissions;
  private final CommandStore commands;
  private final OutboxSignal signal;
  private final FormValidator forms;
  // Looked up late: handlers live in modules that use this one.
  private final ObjectProvider<TaskHandler> handlers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SubmitTask(
      UserTasks tasks,
      SubmissionStore submissions,
      CommandStore commands,
      OutboxSignal signal,
      FormValidator forms,
      ObjectProvider<TaskHandler> handlers,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tasks = tasks;
    this.submissions = submissions;
    this.commands = commands;
    this.signal = signal;
    this.forms = forms;
    this.handlers = handlers;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Submission submit(long taskKey, UserId by, Map<String, Object> data) {
    UserTasks.Known known =
        tasks.hold(taskKey).orElseThrow(() -> new NoSuchElementException("No task " + taskKey));
    submissions
        .ofTask(taskKey)
        .ifPresent(
            saved -> {
              throw new TaskAlreadyDone(saved);
            });
    TaskHandler handler = handlerOf(known.task().formId());
    Map<String, Object> checked =
        forms.validate(known.formJson(), data, handler.prefill(known.task()));
    Submission submission =
        new Submission(UUID.randomUUID(), known.task(), by, clock.instant(), checked);
    Map<String, Object> variables = new LinkedHashMap<>(handler.submitted(submission));
    variables.put("submissionId", submission.id().toString());
    submissions.add(submission, known.formKey());
    queue(known, submission, variables);
    return submission;
  }

  private void queue(UserTasks.Known known, Submission submission, Map<String, Object> variables) {
    var task = known.task();
    var completion =
        NewCommand.completion(
            task.key(), task.elementId(), task.subject(), variables, submission.id());
    if (known.open()) {
      commands.add(completion);
      signal.wakeAfterCommit();
    } else {
      // The task went while the person wrote: what they said is kept, and somebody must look.
      commands.addOvertaken(completion);
      events.publishEvent(
          new CommandFailed(
              completion.id(),
              task.subject(),
              task.elementId(),
              CommandFailed.Reason.OVERTAKEN,
              submission.id()));
    }
  }

  private TaskHandler handlerOf(String formId) {
    List<TaskHandler> found =
        handlers.stream().filter(handler -> handler.formId().equals(formId)).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          "Form " + formId + " must have one TaskHandler and has " + found.size());
    }
    return found.getFirst();
  }

  @Override
  @Transactional
  public void forget(UUID id) {
    submissions.forget(id);
  }

  @Override
  @Transactional(readOnly = true)
  public Submission get(UUID id) {
    return submissions
        .find(id)
        .orElseThrow(() -> new NoSuchElementException("No submission " + id));
  }
}
