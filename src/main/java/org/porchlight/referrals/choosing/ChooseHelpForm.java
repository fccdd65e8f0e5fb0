package org.porchlight.referrals.choosing;

import java.util.Map;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.referrals.loop.HelpForm;
import org.porchlight.referrals.loop.HelpForms;
import org.porchlight.referrals.loop.ReferralLoop;
import org.porchlight.referrals.loop.TakenOn;
import org.springframework.stereotype.Component;

/** Somebody chooses what helps. */
@Component
class ChooseHelpForm implements TaskHandler {

  private final HelpForms forms;
  private final Options options;

  ChooseHelpForm(HelpForms forms, Options options) {
    this.forms = forms;
    this.options = options;
  }

  @Override
  public String formId() {
    return ReferralLoop.CHOOSE_HELP_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    TakenOn taken = forms.of(task);
    Map<String, Object> values = forms.situation(taken);
    values.put("choices", options.choices(taken));
    values.put("resources", options.best(taken));
    values.put("others", options.others(taken));
    values.put("roles", options.roles());
    return values;
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    forms.open(submission, "choice");
    HelpForm form = new HelpForm(submission.data());
    String choice = form.code("choice");
    boolean there = choice.equals("RESOURCE") || choice.equals("CARRIES");
    if (there && form.text("resource") == null && form.text("other") == null) {
      throw forms.refuse("resource", "help.refused.resource");
    }
    if (there && form.text("resource") != null && form.text("other") != null) {
      throw forms.refuse("other", "help.refused.oneResource");
    }
    return Map.of();
  }
}
