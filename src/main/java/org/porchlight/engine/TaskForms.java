package org.porchlight.engine;

import java.util.Map;
import java.util.Optional;

/** The forms of user tasks, as a page needs them. */
public interface TaskForms {

  /**
   * The Camunda form's JSON in the very version that the task was created with, completed or not.
   * Throws {@code NoSuchElementException} where no such task was ever seen.
   */
  String schema(long taskKey);

  /**
   * Checks data against that form as {@link Submissions#submit} does, and returns what to keep; for
   * mending what was saved.
   *
   * @param prefill values and option lists that the form was shown with
   * @throws InvalidSubmission when a field is wrong
   */
  Map<String, Object> check(long taskKey, Map<String, Object> data, Map<String, Object> prefill);

  /** What was saved, once somebody has completed the task. */
  Optional<Submission> saved(long taskKey);
}
