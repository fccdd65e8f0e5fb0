package org.porchlight.referrals.loop;

import java.util.HashMap;
import java.util.Map;
import org.porchlight.cases.Barrier;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.springframework.stereotype.Component;

/** What the forms of this process have in common: they are about one barrier. */
@Component
public class HelpForms {

  private final TakenOnBarriers barriers;
  private final Situation situation;
  private final HelpWords words;

  HelpForms(TakenOnBarriers barriers, Situation situation, HelpWords words) {
    this.barriers = barriers;
    this.situation = situation;
    this.words = words;
  }

  public TakenOn of(OpenTask task) {
    return barriers.get(task.subject());
  }

  /**
   * What somebody says about it counts only while it is open: whoever ends it waits for this
   * transaction, or was first.
   *
   * @param field under which a refusal is shown
   * @throws InvalidSubmission where it has ended
   */
  public TakenOn open(Submission submission, String field) {
    barriers.hold(submission.task().subject());
    TakenOn taken = of(submission.task());
    Barrier.End end = taken.barrier().end();
    if (taken.ended()) {
      String how = end == null ? "" : words.text("families.barrier.end." + end);
      throw new InvalidSubmission(Map.of(field, words.text("help.refused.settled", how)));
    }
    return taken;
  }

  public Map<String, Object> situation(TakenOn taken) {
    Map<String, Object> values = new HashMap<>();
    values.put("situation", situation.of(taken));
    return values;
  }

  public InvalidSubmission refuse(String field, String key) {
    return new InvalidSubmission(Map.of(field, words.text(key)));
  }
}
