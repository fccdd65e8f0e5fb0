package org.porchlight.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of one process instance.
 *
 * @param key of the instance
 * @param name as the model says; the id where the model was not kept
 * @param modelKept whether there is a model to draw it on
 * @param endedAt null while it runs
 * @param passed elements and flows entered, in the order of their first time
 * @param now where it stands, longest first
 */
public record ProcessPath(
    long key,
    String processId,
    int version,
    String name,
    boolean modelKept,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<Step> passed,
    List<Standing> now) {

  /** What an element of a model is to a reader. */
  public enum Kind {
    FLOW,
    GATEWAY,
    EVENT,
    TASK,
    /** A sub-process or a call of another process: where a case stands is inside. */
    SCOPE
  }

  /**
   * An element or flow that was entered.
   *
   * @param label as the model names it; null where it has none
   */
  public record Step(
      String elementId,
      @Nullable String label,
      Kind kind,
      Instant firstAt,
      Instant lastAt,
      int times) {}

  /**
   * An element that is active now.
   *
   * @param label as the model names it, or what it waits for; the id where it says neither
   * @param until when its first timer runs out; null where it waits for none
   * @param halted an incident keeps it from going on until an operator has solved it
   */
  public record Standing(
      String elementId,
      String label,
      Kind kind,
      Instant since,
      @Nullable Instant until,
      boolean halted) {}
}
