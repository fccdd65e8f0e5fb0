package org.porchlight.engine.migrate;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.porchlight.engine.ProcessMigrations;
import org.porchlight.engine.ProcessMigrations.Move;
import org.porchlight.engine.ProcessMigrations.Step;
import org.porchlight.engine.reconcile.EngineReadiness;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code --porchlight.migrate}: lists the running cases that go by older versions of the processes,
 * and which of them can move to the newest; {@code --porchlight.migrate=apply} moves those that
 * can. Ends the application, with exit code 0 when nothing is left behind and 3 when something is.
 */
@Component
class MigrateCommand implements ApplicationRunner {

  private static final String OPTION = "porchlight.migrate";
  private static final int LEFT_BEHIND = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ProcessMigrations migrations;
  private final EngineReadiness readiness;
  private final ConfigurableApplicationContext context;

  MigrateCommand(
      ProcessMigrations migrations,
      EngineReadiness readiness,
      ConfigurableApplicationContext context) {
    this.migrations = migrations;
    this.readiness = readiness;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!arguments.containsOption(OPTION)) {
      return;
    }
    boolean done = false;
    if (readiness.await(PATIENCE)) {
      done = move(List.of("apply").equals(arguments.getOptionValues(OPTION)));
    } else {
      System.out.println(
          "Migrate: the engine or Kafka does not answer, so nobody knows where the cases stand."
              + " Start them and try again.");
    }
    ExitCodeGenerator code = done ? () -> 0 : () -> LEFT_BEHIND;
    System.exit(SpringApplication.exit(context, code));
  }

  private boolean move(boolean apply) {
    List<Move> moves = migrations.preview();
    System.out.printf("Migrate: %d subjects run on older versions%n", moves.size());
    boolean all = true;
    for (Move move : moves) {
      Move result = apply ? migrations.migrate(move.subject()) : move;
      System.out.println(text(result));
      all &= result.possible();
    }
    if (!apply && !moves.isEmpty()) {
      System.out.println("Nothing was changed; --porchlight.migrate=apply moves those that can.");
    }
    return all;
  }

  /** Ids and versions only. */
  static String text(Move move) {
    return move.steps().stream()
        .map(step -> "  " + step.processId() + " " + step.instance() + ": " + text(step))
        .collect(Collectors.joining("\n", move.subject() + "\n", ""));
  }

  private static String text(Step step) {
    if (!step.hindrances().isEmpty()) {
      return "stays on %d: %s".formatted(step.from(), String.join("; ", step.hindrances()));
    }
    return step.from() == step.to()
        ? "runs on %d".formatted(step.to())
        : "%d to %d".formatted(step.from(), step.to());
  }
}
