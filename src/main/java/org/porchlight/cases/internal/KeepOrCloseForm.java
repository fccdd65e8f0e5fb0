package org.porchlight.cases.internal;

import java.util.Map;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.springframework.stereotype.Component;

/** The attendance team decides how the case goes on. */
@Component
class KeepOrCloseForm implements TaskHandler {

  private final CaseForms forms;

  KeepOrCloseForm(CaseForms forms) {
    this.forms = forms;
  }

  @Override
  public String formId() {
    return FamilyCase.KEEP_OR_CLOSE_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    return Map.of();
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    FormData data = new FormData(submission.data());
    String wrong = forms.wrongDay(CaseForms.caseOf(submission.task()), data.day("nextContact"));
    if (wrong != null) {
      throw new InvalidSubmission(Map.of("nextContact", wrong));
    }
    forms.keep(submission);
    return Map.of();
  }
}
