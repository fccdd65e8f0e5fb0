package org.porchlight.engine;

import java.util.Map;

/** A form was filled in wrongly: what is wrong and how to mend it, by field key. */
public class InvalidSubmission extends RuntimeException {

  private final transient Map<String, String> errors;

  public InvalidSubmission(Map<String, String> errors) {
    super("Not saved: mend the marked fields");
    this.errors = Map.copyOf(errors);
  }

  /** Field key to message. */
  public Map<String, String> errors() {
    return errors;
  }
}
