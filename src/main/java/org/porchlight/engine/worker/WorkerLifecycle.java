package org.porchlight.engine.worker;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.JobWorker;
import org.porchlight.engine.internal.BackgroundLoop;
import org.porchlight.engine.internal.EngineProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Opens a worker for every {@link JobWorker} bean as soon as the engine answers, and closes them
 * before the application ends.
 */
@Component
class WorkerLifecycle implements SmartLifecycle {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final ObjectProvider<CamundaClient> client;
  private final ObjectProvider<JobWorker<?>> workers;
  private final EngineProperties properties;
  private final JobsInHand inHand;
  private final List<io.camunda.client.api.worker.JobWorker> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private @Nullable BackgroundLoop opening;

  WorkerLifecycle(
      ObjectProvider<CamundaClient> client,
      ObjectProvider<JobWorker<?>> workers,
      EngineProperties properties,
      JobsInHand inHand) {
    this.client = client;
    this.workers = workers;
    this.properties = properties;
    this.inHand = inHand;
  }

  @Override
  public void start() {
    CamundaClient engine = client.getIfAvailable();
    if (engine == null) {
      return;
    }
    Set<String> types = new HashSet<>();
    for (JobWorker<?> worker : workers.stream().toList()) {
      if (!types.add(worker.jobType())) {
        throw new IllegalStateException("Two workers for job type " + worker.jobType());
      }
    }
    opening =
        BackgroundLoop.start(
            "engine-workers",
            () -> {
              engine.newTopologyRequest().send().join();
              workers.stream().forEach(worker -> open.add(open(engine, worker)));
              never.await();
            },
            LONGEST_PAUSE);
  }

  private <V extends Record> io.camunda.client.api.worker.JobWorker open(
      CamundaClient engine, JobWorker<V> worker) {
    JobRunner<V> runner = new JobRunner<>(worker, properties.jobRetryBackoff(), inHand);
    return engine
        .newWorker()
        .jobType(worker.jobType())
        .handler(runner)
        .fetchVariables(runner.variableNames())
        .timeout(properties.jobTimeout())
        .streamEnabled(true)
        .open();
  }

  @Override
  public void stop() {
    if (opening != null) {
      opening.close();
      opening = null;
    }
    open.forEach(io.camunda.client.api.worker.JobWorker::close);
    open.clear();
  }

  @Override
  public boolean isRunning() {
    return opening != null;
  }
}
