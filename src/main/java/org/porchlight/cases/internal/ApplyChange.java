package org.porchlight.cases.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Outcome;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person decided about a change on the way. */
@Component
public class ApplyChange {

  private final CaseStore cases;
  private final ChangeNotices notices;
  private final EndCase endCase;
  private final Submissions submissions;

  ApplyChange(CaseStore cases, ChangeNotices notices, EndCase endCase, Submissions submissions) {
    this.cases = cases;
    this.notices = notices;
    this.endCase = endCase;
    this.submissions = submissions;
  }

  /** A repeat does nothing. */
  @Transactional
  public void apply(CaseId id, UUID submissionId) {
    Case held = cases.hold(id);
    Submission said = submissions.get(submissionId);
    notices.ofSubmission(submissionId).ifPresent(notice -> apply(held, notice, said));
  }

  private void apply(Case held, ChangeNotice notice, Submission said) {
    FormData data = new FormData(said.data());
    String decision = data.code("decision");
    String consent = data.text("consent");
    notices.settle(notice, decision, consent, said.at());
    switch (decision) {
      case "GO_ON" -> passOn(held, consent);
      case "LEFT" -> end(held, Outcome.LEFT, said);
      case "FAMILY_SAID_NO" -> end(held, Outcome.DECLINED, said);
      case "GRADUATED" -> {
        held.reviewed("GRADUATED");
        end(held, Outcome.CLOSED, said);
      }
      case "STILL_HERE" -> {}
      default -> throw new IllegalArgumentException("The form has no such decision: " + decision);
    }
  }

  /** Without the family's word the earlier notes stay with the school that wrote them. */
  private static void passOn(Case held, @Nullable String consent) {
    if ("YES".equals(consent)) {
      held.shareWords();
    }
  }

  private void end(Case held, Outcome outcome, Submission said) {
    endCase.interrupt(held.view().id(), outcome, "TOLD_STAFF", said.by(), said.at());
  }
}
