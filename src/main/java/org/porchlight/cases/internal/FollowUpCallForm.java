package org.porchlight.cases.internal;

import java.util.Map;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.springframework.stereotype.Component;

/** The call some days after a visit. */
@Component
class FollowUpCallForm implements TaskHandler {

  private final CaseForms forms;

  FollowUpCallForm(CaseForms forms) {
    this.forms = forms;
  }

  @Override
  public String formId() {
    return FamilyCase.FOLLOW_UP_CALL_FORM;
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    forms.keepWithout(submission, BarriersOfCalls.WORDS);
    return Map.of();
  }
}
