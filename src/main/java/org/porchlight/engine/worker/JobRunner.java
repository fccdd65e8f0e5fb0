package org.porchlight.engine.worker;

import com.fasterxml.jackson.core.type.TypeReference;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import io.grpc.Status;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.BusinessError;
import org.porchlight.engine.Job;
import org.porchlight.engine.JobWorker;
import org.porchlight.engine.internal.EngineJson;
import org.porchlight.engine.internal.SafeTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one worker's jobs and tells the engine how each went. A failure leaves the kind of error and
 * a reference, in the engine and in the log, never a text that may hold data (I6).
 */
class JobRunner<V extends Record> implements JobHandler {

  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};
  private static final int ATTEMPTS_TO_REPORT = 8;

  private final JobWorker<V> worker;
  private final Duration retryBackoff;
  private final JobsInHand inHand;

  JobRunner(JobWorker<V> worker, Duration retryBackoff, JobsInHand inHand) {
    this.worker = worker;
    this.retryBackoff = retryBackoff;
    this.inHand = inHand;
  }

  /** One per component of the worker's record; at least one, or the engine would send all. */
  List<String> variableNames() {
    List<String> names =
        Stream.of(worker.variables().getRecordComponents()).map(RecordComponent::getName).toList();
    return names.isEmpty() ? List.of("porchlightReadsNothing") : names;
  }

  @Override
  public void handle(JobClient client, ActivatedJob job) throws InterruptedException {
    inHand.begin();
    try {
      report(job, outcome(client, job));
    } finally {
      inHand.end();
    }
  }

  private FinalCommandStep<?> outcome(JobClient client, ActivatedJob job) {
    try {
      V variables = EngineJson.read(job.getVariables(), worker.variables());
      @Nullable Object result =
          worker.work(
              new Job<>(
                  variables,
                  job.getElementId(),
                  job.getElementInstanceKey(),
                  job.getProcessInstanceKey()));
      return client.newCompleteCommand(job).variables(variablesOf(result));
    } catch (BusinessError refusal) {
      return client.newThrowErrorCommand(job).errorCode(refusal.code());
    } catch (Exception e) {
      String reference = UUID.randomUUID().toString();
      int left = Math.max(job.getRetries() - 1, 0);
      log.warn(
          "Job {} of {} failed, {} tries left, reference {}:{}",
          job.getKey(),
          worker.jobType(),
          left,
          reference,
          SafeTrace.of(e));
      return client
          .newFailCommand(job)
          .retries(left)
          .retryBackoff(retryBackoff)
          .errorMessage(e.getClass().getSimpleName() + ", reference " + reference);
    }
  }

  private static Map<String, Object> variablesOf(@Nullable Object result) {
    return result == null ? Map.of() : EngineJson.MAPPER.convertValue(result, VARIABLES);
  }

  /** The work is done; telling so is tried for a while, then the engine delivers the job again. */
  private void report(ActivatedJob job, FinalCommandStep<?> command) throws InterruptedException {
    long pause = 100;
    for (int attempt = 1; ; attempt++) {
      try {
        command.send().join();
        return;
      } catch (ClientStatusException e) {
        if (e.getStatusCode() == Status.Code.NOT_FOUND) {
          // Ended meanwhile, or reported by another delivery: nothing is lost.
          return;
        }
        if (attempt == ATTEMPTS_TO_REPORT) {
          log.warn(
              "Job {} of {} could not be reported ({}): the engine will deliver it again",
              job.getKey(),
              worker.jobType(),
              e.getStatusCode());
          return;
        }
      }
      Thread.sleep(pause);
      pause = Math.min(2 * pause, 5_000);
    }
  }
}
