package org.porchlight.referrals.asking;

import java.util.Map;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.referrals.loop.HelpForms;
import org.porchlight.referrals.loop.ReferralLoop;
import org.springframework.stereotype.Component;

/** Somebody calls the family and asks whether it helped. */
@Component
class AskWhetherHelpedForm implements TaskHandler {

  private final HelpForms forms;

  AskWhetherHelpedForm(HelpForms forms) {
    this.forms = forms;
  }

  @Override
  public String formId() {
    return ReferralLoop.ASK_WHETHER_HELPED_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    return forms.situation(forms.of(task));
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    forms.open(submission, "helped");
    return Map.of();
  }
}
