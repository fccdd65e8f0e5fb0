package org.porchlight.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/**
 * The attendance team decides how the case goes on. That attendance has recovered is a reason to
 * close only from visit 2 on, and only once the family has been asked.
 */
@Component
class KeepOrCloseForm implements TaskHandler {

  static final String RECOVERED = "RECOVERED";
  private static final int LEAST_VISITS = 2;
  private static final List<String> REASONS =
      List.of(
          "DOING_WELL",
          RECOVERED,
          "ENOUGH_VISITS",
          "OTHER_SUPPORT",
          "NOT_REACHED",
          "MOVED",
          "GRADUATED",
          "OTHER");

  private final CaseForms forms;
  private final CaseStore cases;
  private final Recovery recovery;

  KeepOrCloseForm(CaseForms forms, CaseStore cases, Recovery recovery) {
    this.forms = forms;
    this.cases = cases;
    this.recovery = recovery;
  }

  @Override
  public String formId() {
    return FamilyCase.KEEP_OR_CLOSE_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    Case about = cases.read(CaseForms.caseOf(task));
    boolean recovered = recovery.recovered(about.view());
    return Map.of(
        "situation", situation(about, recovered),
        "closingReasons",
            reasons(about.visitsDone(), recovered).stream()
                .map(one -> Map.of("label", forms.text("timeline.closing." + one), "value", one))
                .toList());
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    FormData data = new FormData(submission.data());
    CaseId id = CaseForms.caseOf(submission.task());
    String wrong = forms.wrongDay(id, data.day("nextContact"));
    if (wrong != null) {
      throw new InvalidSubmission(Map.of("nextContact", wrong));
    }
    if (!asked(data)) {
      throw new InvalidSubmission(Map.of("familySays", forms.text("timeline.form.askFamily")));
    }
    forms.keep(submission);
    return Map.of();
  }

  /** Those that the team may choose from. */
  static List<String> reasons(int visitsDone, boolean recovered) {
    return REASONS.stream()
        .filter(reason -> !reason.equals(RECOVERED) || (recovered && visitsDone >= LEAST_VISITS))
        .toList();
  }

  static boolean asked(FormData data) {
    return !RECOVERED.equals(data.text("closingReason"))
        || "AGREES".equals(data.text("familySays"));
  }

  /** What the team should know before it decides, one sentence a line. */
  private String situation(Case about, boolean recovered) {
    List<String> lines = new ArrayList<>();
    lines.add(forms.text("timeline.situation.visits", about.visitsDone()));
    lines.add(forms.text("timeline.situation." + (recovered ? "recovered" : "notRecovered")));
    lines.add(
        forms.text("timeline.situation.wish." + (about.wish() == null ? "NONE" : about.wish())));
    return String.join("\n", lines);
  }
}
