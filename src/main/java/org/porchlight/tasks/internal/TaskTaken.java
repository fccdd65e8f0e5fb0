package org.porchlight.tasks.internal;

/** Somebody else has taken the task on. */
public class TaskTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String assignee;

  TaskTaken(String assignee) {
    super("Somebody else has taken this task on: ask them, or choose another");
    this.assignee = assignee;
  }

  /** Their name, for the page. */
  public String assignee() {
    return assignee;
  }
}
