package org.porchlight.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

  static final List<String> EVERYTHING = List.of("broker", "kafka", "postgres", "application");

  private final List<Line> lines = new ArrayList<>();

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

  List<Line> lines() {
    return List.copyOf(lines);
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "| kill -9 of | back after | acts | lost | twice | unknown | reconcile |\n|---|---|---|---|---|---|---|\n");
    for (Line line : lines) {
      Load.Tally tally = line.tally();
      text.append(
          "| %s | %d s | %d | %d | %d | %d | %d |%n"
              .formatted(
                  line.killed(),
                  line.recovery().toSeconds(),
                  tally.acts(),
                  tally.lost(),
                  tally.twice(),
                  tally.unknown(),
                  tally.reconcile()));
    }
    return text.toString();
  }
}
