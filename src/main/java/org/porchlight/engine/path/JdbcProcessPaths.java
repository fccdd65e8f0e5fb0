package org.porchlight.engine.path;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.porchlight.engine.ProcessPath;
import org.porchlight.engine.ProcessPath.Standing;
import org.porchlight.engine.ProcessPath.Step;
import org.porchlight.engine.ProcessPaths;
import org.porchlight.engine.path.PathRows.Entered;
import org.porchlight.engine.path.PathRows.Halt;
import org.porchlight.engine.path.PathRows.Instance;
import org.porchlight.engine.path.PathRows.Stand;
import org.porchlight.engine.path.PathRows.Wait;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the feed's rows with the words of the model that was deployed. */
@Component
class JdbcProcessPaths implements ProcessPaths {

  private final PathRows rows;
  private final Map<String, Model> models = new ConcurrentHashMap<>();

  JdbcProcessPaths(PathRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<String> model(String processId, int version) {
    return rows.model(processId, version);
  }

  @Override
  @Transactional(readOnly = true)
  public List<ProcessPath> of(UUID subject) {
    List<Instance> instances = rows.instances(subject);
    if (instances.isEmpty()) {
      return List.of();
    }
    Long[] keys = instances.stream().map(Instance::key).toArray(Long[]::new);
    Map<Long, List<Entered>> entered = rows.entered(keys);
    Map<Long, List<Stand>> stands = rows.stands(keys);
    Map<Long, List<Wait>> waits = rows.waits(keys);
    Map<Long, List<Halt>> halts = rows.halts(keys);
    return instances.stream()
        .map(
            one -> {
              Optional<Model> kept = kept(one);
              Model model = kept.orElseGet(() -> Model.unknown(one.processId()));
              return new ProcessPath(
                  one.key(),
                  one.processId(),
                  one.version(),
                  model.name(),
                  kept.isPresent(),
                  one.startedAt(),
                  one.endedAt(),
                  passed(entered.getOrDefault(one.key(), List.of()), model),
                  now(
                      stands.getOrDefault(one.key(), List.of()),
                      waits.getOrDefault(one.key(), List.of()),
                      halts.getOrDefault(one.key(), List.of()),
                      model));
            })
        .toList();
  }

  /** A version's model never changes. */
  private Optional<Model> kept(Instance one) {
    String id = one.processId() + ":" + one.version();
    Model known = models.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Model> read =
        model(one.processId(), one.version()).map(xml -> Model.read(one.processId(), xml));
    read.ifPresent(model -> models.put(id, model));
    return read;
  }

  private static List<Step> passed(List<Entered> entered, Model model) {
    return entered.stream()
        .map(
            each ->
                new Step(
                    each.element(),
                    model.label(each.element()),
                    model.kind(each.element()),
                    each.firstAt(),
                    each.lastAt(),
                    each.times()))
        .toList();
  }

  private static List<Standing> now(
      List<Stand> stands, List<Wait> waits, List<Halt> halts, Model model) {
    List<String> active = stands.stream().map(Stand::element).toList();
    List<String> halted = halts.stream().map(Halt::element).toList();
    Stream<Standing> standing =
        stands.stream()
            .map(
                each ->
                    standing(
                        each.element(),
                        each.since(),
                        halted.contains(each.element()),
                        waits,
                        model));
    // An incident before an element is active, as at a gateway that cannot decide.
    Stream<Standing> before =
        halts.stream()
            .filter(halt -> !halt.element().isEmpty() && !active.contains(halt.element()))
            .map(halt -> standing(halt.element(), halt.since(), true, waits, model));
    return Stream.concat(standing, before).sorted(Comparator.comparing(Standing::since)).toList();
  }

  private static Standing standing(
      String element, Instant since, boolean halted, Collection<Wait> waits, Model model) {
    List<String> own = model.waits(element);
    Instant until =
        waits.stream()
            .filter(wait -> own.contains(wait.element()))
            .map(Wait::due)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Standing(
        element, model.labelOrId(element), model.kind(element), since, until, halted);
  }
}
