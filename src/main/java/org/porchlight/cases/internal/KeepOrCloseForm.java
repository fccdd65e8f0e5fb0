package org.porchlight.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/**
 * The attendance team decides how the case goes on. That attendance has recovered is a reason to
 * close only from visit 2 on, and only once the family has been asked. What still makes school hard
 * is settled before a case closes, or handed on to somebody.
 */
@Component
class KeepOrCloseForm implements TaskHandler {

  static final String RECOVERED = "RECOVERED";

  /** Field with the ids of the barriers that are settled by now. */
  static final String SETTLED = "settled";

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
  private final Barriers barriers;

  KeepOrCloseForm(CaseForms forms, CaseStore cases, Recovery recovery, Barriers barriers) {
    this.forms = forms;
    this.cases = cases;
    this.recovery = recovery;
    this.barriers = barriers;
  }

  @Override
  public String formId() {
    return FamilyCase.KEEP_OR_CLOSE_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    Case about = cases.read(CaseForms.caseOf(task));
    boolean recovered = recovery.recovered(about.view());
    List<Barrier> open = barriers.open(about.view().id());
    return Map.of(
        "situation",
        situation(about, recovered, open.size()),
        "openBarriers",
        open.stream().map(this::option).toList(),
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
    if ("CLOSE".equals(data.text("decision"))
        && data.text("handedOn") == null
        && !data.codes(SETTLED).containsAll(open(id))) {
      throw new InvalidSubmission(Map.of("handedOn", forms.text("timeline.form.handOn")));
    }
    forms.keep(submission);
    return Map.of();
  }

  private List<String> open(CaseId id) {
    return barriers.open(id).stream().map(one -> one.id().toString()).toList();
  }

  /** What was told in confidence is not named here: the whole team reads this. */
  private Map<String, String> option(Barrier one) {
    String key =
        one.code().restricted() ? "families.barrier.inConfidence" : one.code().messageKey();
    return Map.of("label", forms.text(key), "value", one.id().toString());
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
  private String situation(Case about, boolean recovered, int open) {
    List<String> lines = new ArrayList<>();
    lines.add(forms.text("timeline.situation.visits", about.visitsDone()));
    lines.add(forms.text("timeline.situation." + (recovered ? "recovered" : "notRecovered")));
    lines.add(
        forms.text("timeline.situation.wish." + (about.wish() == null ? "NONE" : about.wish())));
    lines.add(forms.text("timeline.situation.barriers", open));
    return String.join("\n", lines);
  }
}
