package org.porchlight.cases.internal;

import java.util.List;
import java.util.Map;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.springframework.stereotype.Component;

/** A person looks for a way to reach the family. */
@Component
class RepairContactForm implements TaskHandler {

  private final CaseForms forms;

  private static final List<String> REASONS =
      List.of("cases.textFailed", "cases.wrongNumber", "visits.wrongAddress");

  RepairContactForm(CaseForms forms) {
    this.forms = forms;
  }

  @Override
  public String formId() {
    return FamilyCase.REPAIR_CONTACT_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    return Map.of(
        "reason",
        forms.why(CaseForms.caseOf(task), REASONS, "cases.contactMissing"),
        "guardians",
        forms.guardians(CaseForms.caseOf(task)));
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    FormData data = new FormData(submission.data());
    String phone = data.text("phone");
    if (phone != null && DialledPhone.parse(phone).isEmpty()) {
      throw new InvalidSubmission(Map.of("phone", forms.text("timeline.form.wrongPhone")));
    }
    forms.keep(submission);
    return Map.of();
  }
}
