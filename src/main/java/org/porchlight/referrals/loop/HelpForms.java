package org.porchlight.referrals.loop;

import java.util.HashMap;
import java.util.Map;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.springframework.stereotype.Component;

/** What the forms of this process have in common: they are about one barrier. */
@Component
class HelpForms {

  private final TakenOnBarriers barriers;
  private final Situation situation;
  private final HelpWords words;

  HelpForms(TakenOnBarriers barriers, Situation situation, HelpWords words) {
    this.barriers = barriers;
    this.situation = situation;
    this.words = words;
  }

  TakenOn of(OpenTask task) {
    return barriers.get(task.subject());
  }

  TakenOn of(Submission submission) {
    return of(submission.task());
  }

  Map<String, Object> situation(TakenOn taken) {
    Map<String, Object> values = new HashMap<>();
    values.put("situation", situation.of(taken));
    return values;
  }

  InvalidSubmission refuse(String field, String key) {
    return new InvalidSubmission(Map.of(field, words.text(key)));
  }
}
