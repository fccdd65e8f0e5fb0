package org.porchlight.engine;

/** Somebody else's submission of this task was first. */
public class TaskAlreadyDone extends RuntimeException {

  private final transient Submission saved;

  public TaskAlreadyDone(Submission saved) {
    super("Somebody has already completed this task");
    this.saved = saved;
  }

  /** What was saved. */
  public Submission saved() {
    return saved;
  }
}
