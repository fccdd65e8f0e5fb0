package org.porchlight.engine.reconcile;

import org.porchlight.engine.Reconciliation;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code --porchlight.reconcile}: prints the report and ends the application, with exit code 0 when
 * all fits and 3 when something does not.
 */
@Component
class ReconcileCommand implements ApplicationRunner {

  private static final int DOES_NOT_FIT = 3;

  private final Reconciliation reconciliation;
  private final ConfigurableApplicationContext context;

  ReconcileCommand(Reconciliation reconciliation, ConfigurableApplicationContext context) {
    this.reconciliation = reconciliation;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!arguments.containsOption("porchlight.reconcile")) {
      return;
    }
    Reconciliation.Report report = reconciliation.report();
    System.out.println(text(report));
    ExitCodeGenerator code = () -> report.clean() ? 0 : DOES_NOT_FIT;
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
        open incidents: %s"""
        .formatted(
            report.at(),
            report.clean() ? "clean" : "NOT clean",
            report.subjectsWithoutRoot(),
            report.rootsWithoutSubject(),
            report.commandsInDoubt(),
            report.tasksInDoubt(),
            report.openIncidents());
  }
}
