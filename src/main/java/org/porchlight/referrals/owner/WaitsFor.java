package org.porchlight.referrals.owner;

/** What a barrier waits for; an input of the decision {@code escalation}. */
public enum WaitsFor {
  /** Somebody of the program, at whatever level. */
  OWNER("owner"),
  /** A partner's first word. */
  PARTNER("partner"),
  /** A partner that has taken it on, or has a wait list. */
  PROGRESS("progress"),
  /** The family goes somewhere itself. */
  FAMILY_ACTS("familyActs"),
  /** The family's answer to a text. */
  FAMILY_ANSWERS("familyAnswers");

  private final String code;

  WaitsFor(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
