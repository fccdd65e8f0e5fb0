package org.porchlight.engine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Compares the database, which is the truth for cases, with the engine, which is the truth for
 * where they stand. Only reports.
 */
public interface Reconciliation {

  /** Looks now. What is younger than a few seconds may be on its way and is left out. */
  Report report();

  /**
   * What does not fit together.
   *
   * @param subjectsWithoutRoot should have a running root instance and have none, nor a start on
   *     its way
   * @param rootsWithoutSubject keys of running root instances whose subject is not live, or that no
   *     subject has claimed
   * @param commandsInDoubt sent or failing for long, without an outcome
   * @param tasksInDoubt keys of open user tasks that no queue can show
   * @param openIncidents instances that stand still because of an error
   * @param leftLying subjects past their due date that nobody above has ({@link LyingSubjects})
   */
  record Report(
      Instant at,
      List<UUID> subjectsWithoutRoot,
      List<Long> rootsWithoutSubject,
      List<CommandInDoubt> commandsInDoubt,
      List<Long> tasksInDoubt,
      List<Incident> openIncidents,
      List<UUID> leftLying) {

    public Report {
      subjectsWithoutRoot = List.copyOf(subjectsWithoutRoot);
      rootsWithoutSubject = List.copyOf(rootsWithoutSubject);
      commandsInDoubt = List.copyOf(commandsInDoubt);
      tasksInDoubt = List.copyOf(tasksInDoubt);
      openIncidents = List.copyOf(openIncidents);
      leftLying = List.copyOf(leftLying);
    }

    /** Whether everything fits. */
    public boolean clean() {
      return subjectsWithoutRoot.isEmpty()
          && rootsWithoutSubject.isEmpty()
          && commandsInDoubt.isEmpty()
          && tasksInDoubt.isEmpty()
          && openIncidents.isEmpty()
          && leftLying.isEmpty();
    }
  }

  /**
   * A command whose outcome nobody knows yet. {@code lastError}: a code, empty where there is none.
   */
  record CommandInDoubt(UUID id, UUID subject, String name, String state, String lastError) {}

  /** An instance that stands still. */
  record Incident(long key, long processInstanceKey, String elementId, String errorType) {}
}
