package org.porchlight.referrals.choosing;

import java.util.Map;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.referrals.loop.HelpForms;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** The school's people say what they did, or that it is not for them. */
@Component
class SchoolActionForm implements TaskHandler {

  private final HelpForms forms;

  SchoolActionForm(HelpForms forms) {
    this.forms = forms;
  }

  @Override
  public String formId() {
    return ReferralLoop.SCHOOL_ACTION_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    return forms.situation(forms.of(task));
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    forms.open(submission, "outcome");
    return Map.of();
  }
}
