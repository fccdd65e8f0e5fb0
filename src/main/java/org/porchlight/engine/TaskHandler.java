package org.porchlight.engine;

import java.util.Map;

/**
 * What a module does with one form. The form's own rules (required, length, range, pattern,
 * options, conditions) are checked before, by the engine module, against the form of the task's own
 * version.
 */
public interface TaskHandler {

  /** Of the Camunda form, the same as its file's name without {@code .form}. */
  String formId();

  /**
   * Values and option lists (by the form's {@code valuesKey}) to show in the empty form; may hold
   * names, goes to the page only. Nothing, unless a form says otherwise.
   */
  default Map<String, Object> prefill(OpenTask task) {
    return Map.of();
  }

  /**
   * Checks what the form cannot, throws {@link InvalidSubmission}; otherwise stores what was said
   * (timeline) and returns the gateway variables for the engine. Runs in the transaction that
   * stores the submission. It has no other effect: effects happen in the process step that follows,
   * which reads the submission by the variable {@code submissionId} (added by the engine module).
   * So a submission whose task was cancelled meanwhile has none.
   */
  Map<String, Object> submitted(Submission submission);
}
