package org.porchlight.identification;

/**
 * The rules say no to a run or a decision. The code is message key {@code
 * identification.refused.<code>}; nothing has changed.
 */
public class DecisionRefused extends RuntimeException {

  private final Code code;

  private DecisionRefused(Code code) {
    super(code.detail);
    this.code = code;
  }

  public Code code() {
    return code;
  }

  public static DecisionRefused because(Code code) {
    return new DecisionRefused(code);
  }

  /** What is in the way; {@link #getMessage()} says how to go on. */
  public enum Code {
    NO_ATTENDANCE("The district has no attendance yet: import it first."),
    DATE_IN_FUTURE("The date lies in the future: choose today or an earlier day."),
    NO_DISTRICT("You belong to no district: ask an administrator to add you to one."),
    DUTY(
        "People with a truancy, court or police duty do not decide about visits: ask a coordinator without one."),
    NOT_A_COORDINATOR(
        "Only a coordinator decides about visits: ask the coordinator of the school."),
    ALREADY_DECIDED("Somebody has already decided about this family: load the list again."),
    ALREADY_SERVED("This family needs no proposal now: its case is open, or was just opened."),
    DATE_NOT_LATER("A postponement ends later than today: choose a later day."),
    DATE_TOO_FAR("A postponement ends within a year: choose an earlier day."),
    NOTE_NEEDED("Say why in a few words."),
    NOTE_TOO_LONG("The note is longer than 1000 characters: shorten it.");

    private final String detail;

    Code(String detail) {
      this.detail = detail;
    }
  }
}
