package org.porchlight.engine;

import java.util.List;
import java.util.UUID;

/**
 * Brings running instances to the newest version of their models. Without it each ends on the
 * version that it began on. What an instance waits for stays as it is: due dates, tasks, messages.
 * Ids of elements are kept between versions, so an element goes to the one of its id.
 */
public interface ProcessMigrations {

  /**
   * Subjects with instances on older versions, and whether each can move. Changes nothing.
   *
   * @return empty where all run on the newest versions
   */
  List<Move> preview();

  /**
   * Moves all instances of a subject, called ones first. Where one of them cannot move, none does.
   *
   * @throws IllegalStateException where the engine is not configured
   */
  Move migrate(UUID subject);

  /** The instances of one subject. */
  record Move(UUID subject, List<Step> steps) {

    public boolean possible() {
      return steps.stream().allMatch(step -> step.hindrances().isEmpty());
    }
  }

  /**
   * One instance.
   *
   * @param to the newest version; the same as {@code from} where it has moved
   * @param hindrances why it cannot move, in words for an operator; ids only
   */
  record Step(long instance, String processId, int from, int to, List<String> hindrances) {}
}
