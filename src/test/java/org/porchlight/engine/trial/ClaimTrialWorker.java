package org.porchlight.engine.trial;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.engine.ProcessRoots;
import org.springframework.stereotype.Component;

@Component
class ClaimTrialWorker implements JobWorker<ClaimTrialWorker.Variables> {

  record Variables(UUID subject, int run, Instant dueAt) {}

  record Result(boolean current, List<String> groups, Instant dueAt) {}

  private final ProcessRoots roots;

  ClaimTrialWorker(ProcessRoots roots) {
    this.roots = roots;
  }

  @Override
  public String jobType() {
    return "engine.claimTrial";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    boolean current = roots.claim(in.subject(), in.run(), job.processInstanceKey());
    return new Result(current, List.of("school:" + in.subject() + ":coordinator"), in.dueAt());
  }
}
