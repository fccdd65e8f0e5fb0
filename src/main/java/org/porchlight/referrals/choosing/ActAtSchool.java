package org.porchlight.referrals.choosing;

import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.referrals.loop.HelpForm;
import org.porchlight.referrals.loop.HelpSteps;
import org.porchlight.referrals.loop.HelpSteps.Step;
import org.porchlight.referrals.loop.TakenOn;
import org.porchlight.referrals.loop.TakenOnBarriers;
import org.porchlight.referrals.owner.ToDo;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the school itself causes or can mend: its people act. */
@Component
public class ActAtSchool {

  private final TakenOnBarriers barriers;
  private final ToDo toDo;
  private final HelpSteps steps;
  private final Submissions submissions;

  ActAtSchool(TakenOnBarriers barriers, ToDo toDo, HelpSteps steps, Submissions submissions) {
    this.barriers = barriers;
    this.toDo = toDo;
    this.steps = steps;
    this.submissions = submissions;
  }

  /** {@code actionDueAt}, {@code roleGroups}. */
  @Transactional
  public Map<String, Object> plan(UUID barrier) {
    return toDo.forSchool(barriers.get(barrier), "actionDueAt");
  }

  /** {@code actionDone}: false where somebody else must find something else. */
  @Transactional
  public Map<String, Object> apply(UUID barrier, UUID submissionId) {
    TakenOn taken = barriers.get(barrier);
    Submission said = submissions.get(submissionId);
    HelpForm form = new HelpForm(said.data());
    String outcome = form.code("outcome");
    steps.add(
        barrier,
        "action:" + submissionId,
        new Step(
            said.at(), "action." + outcome, said.by(), taken.help().role(), form.text("done")));
    return Map.of("actionDone", outcome.equals("DONE"));
  }
}
