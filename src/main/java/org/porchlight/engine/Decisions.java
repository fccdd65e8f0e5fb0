package org.porchlight.engine;

import java.util.Map;

/**
 * Evaluates a decision of {@code bpmn/*.dmn} outside a process, with the tables of this version of
 * the application and without asking the engine: a person who presses a button does not wait for
 * it. Processes evaluate the same tables by business rule tasks; a test holds the two against each
 * other.
 */
public interface Decisions {

  /**
   * The outputs of the first rule that fits, by name: texts, whole numbers ({@code Long}), flags.
   *
   * @throws IllegalArgumentException where there is no such decision
   * @throws IllegalStateException where no rule fits or a cell cannot be evaluated
   */
  Map<String, Object> evaluate(String decisionId, Map<String, Object> inputs);
}
