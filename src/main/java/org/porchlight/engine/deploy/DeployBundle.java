package org.porchlight.engine.deploy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.response.DeploymentEvent;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deploys a bundle when it differs from the last one. Replicas take turns, so that it is deployed
 * once.
 */
@Component
class DeployBundle {

  private static final Logger log = LoggerFactory.getLogger(DeployBundle.class);
  private static final long LOCK = 0x506f7263684465L;

  private final Deployments deployments;
  private final JdbcClient jdbc;

  DeployBundle(Deployments deployments, JdbcClient jdbc) {
    this.deployments = deployments;
    this.jdbc = jdbc;
  }

  @Transactional
  void deploy(CamundaClient engine, Bundle bundle) {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row, i) -> 0).list();
    String hash = bundle.hash();
    if (bundle.resources().isEmpty() || hash.equals(deployments.lastHash().orElse(""))) {
      return;
    }
    DeploymentEvent deployed = send(engine, bundle);
    var forms =
        deployed.getForm().stream()
            .map(
                form ->
                    new Deployments.DeployedForm(
                        form.getFormKey(),
                        form.getFormId(),
                        form.getVersion(),
                        bundle.text(form.getResourceName())))
            .toList();
    var models =
        deployed.getProcesses().stream()
            .map(
                process ->
                    new Deployments.DeployedModel(
                        process.getProcessDefinitionKey(),
                        process.getBpmnProcessId(),
                        process.getVersion(),
                        bundle.text(process.getResourceName())))
            .toList();
    deployments.store(hash, forms, models);
    log.info("Deployed {} resources, {} forms", bundle.resources().size(), forms.size());
  }

  private static DeploymentEvent send(CamundaClient engine, Bundle bundle) {
    DeployResourceCommandStep1 empty = engine.newDeployResourceCommand();
    DeployResourceCommandStep1.@Nullable DeployResourceCommandStep2 command = null;
    for (var resource : bundle.resources().entrySet()) {
      command =
          (command == null ? empty : command)
              .addResourceBytes(resource.getValue(), resource.getKey());
    }
    if (command == null) {
      throw new IllegalStateException("Nothing to deploy");
    }
    try {
      return command.send().join();
    } catch (ClientStatusException e) {
      if (e.getStatusCode() == Status.Code.INVALID_ARGUMENT) {
        // About our own files, so its text may be shown.
        log.error("The engine refuses the processes or forms: {}", e.getMessage());
      }
      throw e;
    }
  }
}
