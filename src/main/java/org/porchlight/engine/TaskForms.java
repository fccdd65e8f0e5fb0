package org.porchlight.engine;

import java.util.Optional;

/** The forms of user tasks, as a page needs them. */
public interface TaskForms {

  /**
   * The Camunda form's JSON in the very version that the task was created with, completed or not.
   * Throws {@code NoSuchElementException} where no such task was ever seen.
   */
  String schema(long taskKey);

  /** What was saved, once somebody has completed the task. */
  Optional<Submission> saved(long taskKey);
}
