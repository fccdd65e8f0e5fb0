package org.porchlight.engine;

import java.util.UUID;

/**
 * Who owns the tasks of a subject. A process keeps the groups that it began with; where these
 * change while it runs, this is the word that counts, for tasks that are open and for those to
 * come.
 */
public interface TaskGroups {

  /** From the caller's commit on, what belongs to one group belongs to the other. */
  void move(UUID subject, String from, String to);

  /** The process has been told this group anew: its tasks are its own again. */
  void stay(UUID subject, String group);

  /** The open task of this element is this group's too, until it is done. */
  void share(UUID subject, String elementId, String group);
}
