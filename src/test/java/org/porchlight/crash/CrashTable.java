package org.porchlight.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kills the application and each part in turn while a load is in flight, and writes down what was
 * left.
 */
final class CrashTable {

  /**
   * One line.
   *
   * @param recovery from the kill until pages are served and every part answers again
   */
  record Line(String killed, Duration recovery, Load.Tally tally) {}

  static final List<String> EVERYTHING = List.of("application", "broker", "postgres", "kafka");

  private final List<Line> lines = new ArrayList<>();
  private ApplicationProcess.@Nullable Reconciled reconciled;

  /** The application must be healthy; it is so again afterwards. */
  void add(ApplicationProcess application, String victim, Load load) throws Exception {
    load.begin(application);
    Instant killed = Instant.now();
    if (victim.equals("application")) {
      application.kill();
      application.start();
    } else {
      application.awaitReplaced(victim, application.kill(victim));
    }
    application.awaitHealthy();
    Duration recovery = Duration.between(killed, Instant.now());
    lines.add(new Line(victim, recovery, load.settle(application)));
  }

  /** What reconcile says of the stopped installation, about the cases of all lines. */
  void add(ApplicationProcess.Reconciled result) {
    reconciled = result;
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "| kill -9 of | back after | acts | lost | twice | unknown |\n|---|---|---|---|---|---|\n");
    for (Line line : lines) {
      Load.Tally tally = line.tally();
      text.append(
          "| %s | %d s | %d | %d | %d | %d |%n"
              .formatted(
                  line.killed(),
                  line.recovery().toSeconds(),
                  tally.acts(),
                  tally.lost(),
                  tally.twice(),
                  tally.unknown()));
    }
    for (Line line : lines) {
      text.append("%nAfter %s: %s%n".formatted(line.killed(), line.tally().detail()));
    }
    if (reconciled != null) {
      text.append(
          "%nReconcile after all of it (exit %d):%n%n%s%n"
              .formatted(reconciled.code(), reconciled.report().indent(4)));
    }
    return text.toString();
  }
}
