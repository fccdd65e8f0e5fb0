package org.porchlight.engine;

/**
 * A refusal that the process model has a path for: thrown by a worker, becomes the BPMN error of
 * this code.
 */
public class BusinessError extends RuntimeException {

  private final String code;

  public BusinessError(String code) {
    super(code);
    this.code = code;
  }

  /** As in the BPMN file. */
  public String code() {
    return code;
  }
}
