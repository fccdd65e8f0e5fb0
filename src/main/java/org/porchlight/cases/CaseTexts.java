package org.porchlight.cases;

/** Templates of this module that others send too, so that a family reads the same words. */
public final class CaseTexts {

  /** Answers a wish for a call: somebody will call soon. Takes no arguments. */
  public static final String CALL_COMING = "cases.callComing";

  private CaseTexts() {}
}
