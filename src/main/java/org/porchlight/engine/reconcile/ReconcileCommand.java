package org.porchlight.engine.reconcile;

import java.time.Duration;
import org.porchlight.engine.Reconciliation;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code --porchlight.reconcile}: waits until the engine answers and everything it told is read,
 * prints the report and ends the application, with exit code 0 when all fits and 3 when something
 * does not, or nobody can tell because the engine or Kafka is away.
 */
@Component
class ReconcileCommand implements ApplicationRunner {

  private static final int DOES_NOT_FIT = 3;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Reconciliation reconciliation;
  private final EngineReadiness readiness;
  private final ConfigurableApplicationContext context;

  ReconcileCommand(
      Reconciliation reconciliation,
      EngineReadiness readiness,
      ConfigurableApplicationContext context) {
    this.reconciliation = reconciliation;
    this.readiness = readiness;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!arguments.containsOption("porchlight.reconcile")) {
      return;
    }
    boolean fits = false;
    if (readiness.await(PATIENCE)) {
      Reconciliation.Report report = reconciliation.report();
      System.out.println(text(report));
      fits = report.clean();
    } else {
      System.out.println(
          "Reconcile: the engine or Kafka does not answer, so what they know cannot be compared."
              + " Start them and try again.");
    }
    ExitCodeGenerator code = fits ? () -> 0 : () -> DOES_NOT_FIT;
    System.exit(SpringApplication.exit(context, code));
  }

  /** Ids and codes only. */
  static String text(Reconciliation.Report report) {
    return """
        Reconcile at %s: %s
        cases without a root instance: %s
        root instances without a case: %s
        commands in doubt: %s
        tasks in doubt: %s
        open incidents: %s
        barriers left lying: %s"""
        .formatted(
            report.at(),
            report.clean() ? "clean" : "NOT clean",
            report.subjectsWithoutRoot(),
            report.rootsWithoutSubject(),
            report.commandsInDoubt(),
            report.tasksInDoubt(),
            report.openIncidents(),
            report.leftLying());
  }
}
