package org.porchlight.referrals.escalation;

import java.util.Map;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.referrals.loop.HelpForm;
import org.porchlight.referrals.loop.HelpForms;
import org.porchlight.referrals.loop.ReferralLoop;
import org.porchlight.referrals.loop.TakenOn;
import org.springframework.stereotype.Component;

/** The people above read everything tried so far and decide how it goes on. */
@Component
class StepInForm implements TaskHandler {

  private final HelpForms forms;
  private final NextSteps next;

  StepInForm(HelpForms forms, NextSteps next) {
    this.forms = forms;
    this.next = next;
  }

  @Override
  public String formId() {
    return ReferralLoop.STEP_IN_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    TakenOn taken = forms.of(task);
    Map<String, Object> values = forms.situation(taken);
    values.put("steps", next.of(taken));
    return values;
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    forms.open(submission, "decision");
    HelpForm form = new HelpForm(submission.data());
    if (form.code("decision").equals("CLOSE") && form.text("words") == null) {
      throw forms.refuse("words", "help.refused.words");
    }
    return Map.of();
  }
}
