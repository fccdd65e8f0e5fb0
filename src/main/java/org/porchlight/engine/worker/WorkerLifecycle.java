package org.porchlight.engine.worker;

import io.camunda.client.CamundaClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.porchlight.engine.JobWorker;
import org.porchlight.engine.internal.EngineProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens a worker for every {@link JobWorker} bean and closes them before the application ends. */
@Component
class WorkerLifecycle implements SmartLifecycle {

  private final ObjectProvider<CamundaClient> client;
  private final ObjectProvider<JobWorker<?>> workers;
  private final EngineProperties properties;
  private final JobsInHand inHand;
  private final List<io.camunda.client.api.worker.JobWorker> open = new ArrayList<>();

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
      open.add(open(engine, worker));
    }
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
    open.forEach(io.camunda.client.api.worker.JobWorker::close);
    open.clear();
  }

  @Override
  public boolean isRunning() {
    return !open.isEmpty();
  }
}
