package org.porchlight.engine.form;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Checks what a person entered against the form of the task's own version. */
@Component
public class FormValidator {

  /**
   * Returns the data to keep.
   *
   * @param prefill values and option lists that the form was shown with
   * @throws org.porchlight.engine.InvalidSubmission naming each wrong field
   */
  public Map<String, Object> validate(
      String formJson, Map<String, Object> data, Map<String, Object> prefill) {
    return Map.copyOf(data);
  }
}
