package org.porchlight.visits.worker;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.visits.internal.ApplyVisitLog;
import org.springframework.stereotype.Component;

@Component
class ApplyVisitLogWorker implements JobWorker<ApplyVisitLogWorker.Variables> {

  private final ApplyVisitLog useCase;

  ApplyVisitLogWorker(ApplyVisitLog useCase) {
    this.useCase = useCase;
  }

  @Override
  public String jobType() {
    return "visits.applyVisitLog";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    Variables in = job.variables();
    UUID check = in.safetySubmissionId();
    ApplyVisitLog.Applied applied =
        Boolean.TRUE.equals(in.leftUnsafe()) && check != null
            ? useCase.applyUnsafe(in.visitId(), check)
            : useCase.apply(in.visitId(), in.submissionId());
    return Map.of(
        "visitOutcome", applied.outcome().variable(),
        "triesLeft", applied.triesLeft(),
        "noteDueAt", Moments.text(applied.noteDueAt()));
  }

  /**
   * @param leftUnsafe what the check whether they are safe found, where there was one
   */
  record Variables(
      UUID visitId,
      UUID submissionId,
      @Nullable Boolean leftUnsafe,
      @Nullable UUID safetySubmissionId) {}
}
