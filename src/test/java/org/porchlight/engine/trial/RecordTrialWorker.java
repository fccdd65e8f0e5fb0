package org.porchlight.engine.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.BusinessError;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.engine.Submissions;
import org.springframework.stereotype.Component;

/** Keeps what it was given; fails on demand, with a text that must not leave it. */
@Component
public class RecordTrialWorker implements JobWorker<RecordTrialWorker.Variables> {

  public static final String SECRET = "Ada Example, 860-555-0100";

  public record Variables(
      UUID subject, UUID submissionId, UUID questionId, @Nullable String trouble) {}

  record Result(Instant answerDueAt) {}

  private final List<Job<Variables>> jobs = new CopyOnWriteArrayList<>();
  private final Set<Long> done = ConcurrentHashMap.newKeySet();
  private final Submissions submissions;
  private final Clock clock;

  RecordTrialWorker(Submissions submissions, Clock clock) {
    this.submissions = submissions;
    this.clock = clock;
  }

  @Override
  public String jobType() {
    return "engine.recordTrial";
  }

  @Override
  public Class<Variables> variables() {
    return Variables.class;
  }

  @Override
  public Object work(Job<Variables> job) {
    jobs.add(job);
    submissions.get(job.variables().submissionId());
    if ("fail".equals(job.variables().trouble())) {
      throw new IllegalStateException(SECRET);
    }
    boolean first = done.add(job.elementInstanceKey());
    if ("once".equals(job.variables().trouble()) && first) {
      throw new IllegalStateException("Crashed between the effect and the report");
    }
    if ("refuse".equals(job.variables().trouble())) {
      throw new BusinessError("trialRefused");
    }
    return new Result(clock.instant().plus(Duration.ofDays(2)));
  }

  /** Deliveries of this subject's job. */
  public List<Job<Variables>> deliveries(UUID subject) {
    return jobs.stream().filter(job -> job.variables().subject().equals(subject)).toList();
  }
}
