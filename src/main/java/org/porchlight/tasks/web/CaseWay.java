package org.porchlight.tasks.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.ProcessPath;
import org.porchlight.engine.ProcessPath.Kind;

/**
 * Where a case stands and how it came there, as a page tells it.
 *
 * @param places where it stands, in words
 * @param ways one for each process, for the diagrams; empty for readers who see only the words
 */
public record CaseWay(List<Place> places, List<Way> ways) {

  /** What a reader takes for a step: gateways and flows are only how one comes to the next. */
  private static final Set<Kind> STEPS = Set.of(Kind.TASK, Kind.EVENT);

  /**
   * @param until null where no timer runs
   */
  public record Place(
      String label, String process, String since, @Nullable String until, boolean halted) {}

  /**
   * One process: the newest of its instances for the diagram, the steps of all, newest first.
   *
   * @param drawn whether there is a model to draw it on
   * @param passed ids of elements and flows, separated by blanks
   * @param now ids of active elements, separated by blanks
   */
  public record Way(
      String id,
      int version,
      String name,
      boolean drawn,
      String passed,
      String now,
      List<Round> rounds) {}

  /** One instance of a process. */
  public record Round(String startedAt, List<StepLine> steps) {}

  /**
   * @param at when last
   */
  public record StepLine(String label, String at, int times) {}

  static CaseWay of(List<ProcessPath> paths, boolean diagrams, ZoneId zone) {
    List<Place> places =
        paths.stream()
            .flatMap(
                path ->
                    path.now().stream()
                        .filter(standing -> standing.halted() || standing.kind() != Kind.SCOPE)
                        .map(standing -> place(path, standing, zone)))
            .toList();
    Map<String, List<ProcessPath>> byProcess = new LinkedHashMap<>();
    for (ProcessPath path : paths) {
      byProcess.computeIfAbsent(path.processId(), id -> new ArrayList<>()).addFirst(path);
    }
    List<Way> ways =
        diagrams ? byProcess.values().stream().map(all -> way(all, zone)).toList() : List.of();
    return new CaseWay(places, ways);
  }

  private static Place place(ProcessPath path, ProcessPath.Standing standing, ZoneId zone) {
    return new Place(
        standing.label(),
        path.name(),
        Objects.requireNonNull(Times.moment(standing.since(), zone)),
        Times.moment(standing.until(), zone),
        standing.halted());
  }

  private static Way way(List<ProcessPath> newestFirst, ZoneId zone) {
    ProcessPath newest = newestFirst.getFirst();
    return new Way(
        newest.processId(),
        newest.version(),
        newest.name(),
        newest.modelKept(),
        ids(newest.passed().stream().map(ProcessPath.Step::elementId)),
        ids(newest.now().stream().map(ProcessPath.Standing::elementId)),
        newestFirst.stream().map(path -> round(path, zone)).toList());
  }

  private static String ids(Stream<String> ids) {
    return ids.collect(Collectors.joining(" "));
  }

  private static Round round(ProcessPath path, ZoneId zone) {
    List<StepLine> steps = new ArrayList<>();
    for (ProcessPath.Step step : path.passed()) {
      String label = step.label();
      if (label != null && STEPS.contains(step.kind())) {
        String at = Objects.requireNonNull(Times.moment(step.lastAt(), zone));
        steps.add(new StepLine(label, at, step.times()));
      }
    }
    return new Round(Objects.requireNonNull(Times.moment(path.startedAt(), zone)), steps);
  }
}
