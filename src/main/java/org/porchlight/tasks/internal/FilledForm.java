package org.porchlight.tasks.internal;

import java.util.HashMap;
import java.util.Map;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskForms;
import org.porchlight.engine.TaskHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of a task with what belongs into it, as the page needs it. Holds names: for pages only.
 */
@Component
public class FilledForm {

  private final TaskForms forms;
  private final ObjectProvider<TaskHandler> handlers;
  private final Work work;
  private final JsonMapper json;

  FilledForm(TaskForms forms, ObjectProvider<TaskHandler> handlers, Work work, JsonMapper json) {
    this.forms = forms;
    this.handlers = handlers;
    this.work = work;
    this.json = json;
  }

  /** JSON both. */
  public record Filled(String schema, String values) {}

  /** With the reader's own draft, if there is one. */
  @Transactional(readOnly = true)
  public Filled open(QueuedTask task) {
    OpenTask open =
        new OpenTask(
            task.key(),
            task.subject(),
            task.elementId(),
            task.formId(),
            task.groups(),
            task.due(),
            task.createdAt());
    Map<String, Object> values = prefill(open);
    work.draft(task.key()).ifPresent(values::putAll);
    return filled(task.key(), values);
  }

  @Transactional(readOnly = true)
  public Filled saved(Submission submission) {
    Map<String, Object> values = prefill(submission.task());
    values.putAll(submission.data());
    return filled(submission.task().key(), values);
  }

  private Map<String, Object> prefill(OpenTask task) {
    Map<String, Object> values = new HashMap<>();
    handlers.stream()
        .filter(handler -> handler.formId().equals(task.formId()))
        .findFirst()
        .ifPresent(handler -> values.putAll(handler.prefill(task)));
    return values;
  }

  private Filled filled(long key, Map<String, Object> values) {
    return new Filled(forms.schema(key), json.writeValueAsString(values));
  }
}
