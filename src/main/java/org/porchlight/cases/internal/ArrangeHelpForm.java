package org.porchlight.cases.internal;

import java.util.Map;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.springframework.stereotype.Component;

/** The coordinator arranges what would help a family that wants no visits. */
@Component
class ArrangeHelpForm implements TaskHandler {

  private final CaseForms forms;

  ArrangeHelpForm(CaseForms forms) {
    this.forms = forms;
  }

  @Override
  public String formId() {
    return FamilyCase.ARRANGE_HELP_FORM;
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    forms.keep(submission);
    return Map.of();
  }
}
