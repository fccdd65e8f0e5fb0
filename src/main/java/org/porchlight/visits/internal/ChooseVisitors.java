package org.porchlight.visits.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** The form by which a coordinator chooses the next best pair, or says that there is none. */
@Component
class ChooseVisitors implements TaskHandler {

  private final Cases cases;
  private final Families families;
  private final ChosenPair chosen;

  ChooseVisitors(Cases cases, Families families, ChosenPair chosen) {
    this.cases = cases;
    this.families = families;
    this.chosen = chosen;
  }

  @Override
  public String formId() {
    return "choose-visitors";
  }

  static boolean found(Submission submission) {
    return "PAIR".equals(FormValues.text(submission.data(), "found"));
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    CaseView view = cases.get(new CaseId(task.subject()));
    Map<String, Object> values = new HashMap<>(chosen.options(view.id(), family(view)));
    values.put("found", values.containsKey("visitorA") ? "PAIR" : "NOBODY");
    return values;
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    CaseView view = cases.get(new CaseId(submission.task().subject()));
    Family family = family(view);
    chosen.requireScope(submission.by(), family.id());
    Map<String, Object> facts = new HashMap<>();
    if (found(submission)) {
      Map<String, String> errors = new LinkedHashMap<>();
      chosen
          .check(ChosenPair.Choice.of(submission.data()), family, errors)
          .ifPresent(two -> facts.putAll(two.names()));
      if (!errors.isEmpty()) {
        throw new InvalidSubmission(errors);
      }
    }
    cases.note(
        view.id(),
        "visits.choice:" + submission.id(),
        found(submission) ? "visits.visitorsChosen" : "visits.nobodyFound",
        submission.by(),
        submission.at(),
        facts);
    return Map.of();
  }

  private Family family(CaseView view) {
    return families.find(view.family()).orElseThrow();
  }
}
