package org.porchlight.visits.internal;

import java.util.Arrays;
import java.util.Map;

/** How a visit went; {@link #variable} is what the process model asks for. */
public enum VisitOutcome {
  COMPLETED("completed"),
  NO_ONE_HOME("noOneHome"),
  WRONG_ADDRESS("wrongAddress"),
  /** The family wants no visits: the case ends at once, and no reason is asked. */
  DECLINED("declined"),
  RESCHEDULED("rescheduled"),
  CANCELLED("cancelled"),
  /** The visitors left: no visit to that place until coordinators have looked at it. */
  UNSAFE("unsafe");

  private final String variable;

  VisitOutcome(String variable) {
    this.variable = variable;
  }

  public String variable() {
    return variable;
  }

  static VisitOutcome of(Map<String, Object> data) {
    String text = FormValues.text(data, "outcome");
    return Arrays.stream(values())
        .filter(outcome -> outcome.name().equals(text))
        .findFirst()
        .orElseThrow(() -> FormValues.wrong("outcome", "Say how it went"));
  }
}
