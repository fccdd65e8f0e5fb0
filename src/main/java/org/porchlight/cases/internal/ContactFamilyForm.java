package org.porchlight.cases.internal;

import java.util.List;
import java.util.Map;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.springframework.stereotype.Component;

/** A person asks the family: by phone, by letter, or in person. */
@Component
class ContactFamilyForm implements TaskHandler {

  private final CaseForms forms;

  private static final List<String> REASONS =
      List.of(
          "cases.textNotPossible",
          "cases.noAnswer",
          "cases.familyAskedForCall",
          "cases.optedOut",
          "cases.overBudget",
          "cases.textFailed");

  ContactFamilyForm(CaseForms forms) {
    this.forms = forms;
  }

  @Override
  public String formId() {
    return FamilyCase.CONTACT_FAMILY_FORM;
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    String why = forms.why(CaseForms.caseOf(task), REASONS, "cases.contactPlanned");
    return Map.of("reason", why);
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    FormData data = new FormData(submission.data());
    String wrong = forms.wrongDay(CaseForms.caseOf(submission.task()), data.day("laterUntil"));
    if (wrong != null) {
      throw new InvalidSubmission(Map.of("laterUntil", wrong));
    }
    forms.keep(submission);
    return Map.of();
  }
}
