package org.porchlight.engine.migrate;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandFinalStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.porchlight.engine.ProcessMigrations;
import org.porchlight.engine.migrate.OldInstances.Old;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Plans by the models that were deployed, moves by the engine's own command. */
@Component
class MigrateInstances implements ProcessMigrations {

  private final OldInstances instances;
  private final ObjectProvider<CamundaClient> client;

  /** A deployed version never changes, so what is between two is read once. */
  private final Map<Versions, VersionChange> changes = new ConcurrentHashMap<>();

  MigrateInstances(OldInstances instances, ObjectProvider<CamundaClient> client) {
    this.instances = instances;
    this.client = client;
  }

  private record Versions(String processId, int from, int to) {}

  private record Planned(Old instance, MigrationPlan plan) {

    Step step() {
      return step(plan.hindrances());
    }

    Step step(List<String> hindrances) {
      return new Step(
          instance.key(), instance.processId(), instance.version(), instance.newest(), hindrances);
    }

    Step moved() {
      return new Step(
          instance.key(), instance.processId(), instance.newest(), instance.newest(), List.of());
    }
  }

  @Override
  public List<Move> preview() {
    Map<UUID, List<Old>> bySubject =
        instances.all().stream()
            .collect(Collectors.groupingBy(Old::subject, LinkedHashMap::new, Collectors.toList()));
    return bySubject.entrySet().stream()
        .map(
            each ->
                new Move(
                    each.getKey(), each.getValue().stream().map(old -> plan(old).step()).toList()))
        .toList();
  }

  @Override
  public Move migrate(UUID subject) {
    CamundaClient engine = client.getIfAvailable();
    if (engine == null) {
      throw new IllegalStateException(
          "No engine is configured: set porchlight.engine.grpc-address");
    }
    List<Planned> planned =
        instances.all().stream()
            .filter(old -> old.subject().equals(subject))
            .map(this::plan)
            .toList();
    Move preview = new Move(subject, planned.stream().map(Planned::step).toList());
    if (!preview.possible()) {
      return preview;
    }
    List<Step> steps = new ArrayList<>();
    for (Planned one : planned) {
      Optional<String> refusal = send(engine, one);
      steps.add(refusal.map(reason -> one.step(List.of(reason))).orElseGet(one::moved));
      if (refusal.isPresent()) {
        break;
      }
    }
    return new Move(subject, steps);
  }

  private Planned plan(Old old) {
    return new Planned(
        old,
        change(old)
            .map(change -> change.plan(instances.standing(old.key())))
            .orElseGet(
                () ->
                    MigrationPlan.impossible(
                        "the model of version " + old.version() + " was not kept")));
  }

  private Optional<VersionChange> change(Old old) {
    Versions versions = new Versions(old.processId(), old.version(), old.newest());
    VersionChange known = changes.get(versions);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<VersionChange> read =
        instances
            .model(old.processId(), old.version())
            .flatMap(
                source ->
                    instances
                        .model(old.processId(), old.newest())
                        .map(target -> VersionChange.of(source, target)));
    read.ifPresent(change -> changes.put(versions, change));
    return read;
  }

  /** Why the engine refuses; empty where the instance has moved. */
  private static Optional<String> send(CamundaClient engine, Planned planned) {
    var command =
        engine
            .newMigrateProcessInstanceCommand(planned.instance().key())
            .migrationPlan(planned.instance().definitionKey());
    MigrateProcessInstanceCommandFinalStep last = null;
    for (String id : planned.plan().mapped()) {
      last = (last == null ? command : last).addMappingInstruction(id, id);
    }
    if (last == null) {
      return Optional.of("the two versions have nothing in common");
    }
    try {
      last.send().join();
      return Optional.empty();
    } catch (ClientException e) {
      // About models and keys, for the operator's own eyes.
      return Optional.of("the engine refuses: " + e.getMessage());
    }
  }
}
