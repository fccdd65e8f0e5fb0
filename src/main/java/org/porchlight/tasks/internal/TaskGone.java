package org.porchlight.tasks.internal;

/** The task is not open to this person: done, cancelled, somebody else's, or it never was. */
public class TaskGone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TaskGone() {
    super(
        "No open task of yours has this key: it may be done or cancelled; look at the queue again");
  }
}
