package org.porchlight.cases.internal;

import java.util.Map;
import java.util.stream.Collectors;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.springframework.stereotype.Component;

/** A call that the family asked for, or a text of theirs that a person must read. */
@Component
class CallBackForm implements TaskHandler {

  private final CaseForms forms;
  private final CallRequests calls;

  CallBackForm(CaseForms forms, CallRequests calls) {
    this.forms = forms;
    this.calls = calls;
  }

  @Override
  public String formId() {
    return FamilyCase.CALL_BACK_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    String why =
        calls.open(CaseForms.caseOf(task)).stream()
            .map(reason -> forms.text("timeline.reason." + reason))
            .collect(Collectors.joining("\n"));
    return Map.of("reason", why);
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    forms.keep(submission);
    return Map.of();
  }
}
