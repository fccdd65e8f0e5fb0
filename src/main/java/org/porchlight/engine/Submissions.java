package org.porchlight.engine;

import java.util.Map;
import java.util.UUID;
import org.porchlight.shared.UserId;

/** The forms that people have sent. */
public interface Submissions {

  /**
   * Validates, stores and queues the completion of a task in one transaction. The first submission
   * of a task wins.
   *
   * @throws InvalidSubmission when a field is wrong; nothing is stored
   * @throws TaskAlreadyDone when somebody was first; carries what they saved
   */
  Submission submit(long taskKey, UserId by, Map<String, Object> data);

  /**
   * Drops what was said, for what must not be kept; who said it, when and in which task stays. A
   * repeat does nothing.
   */
  void forget(UUID id);

  /** For the process step that follows. */
  Submission get(UUID id);
}
