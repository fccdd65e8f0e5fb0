package org.porchlight.embedded.parts;

import java.util.Map;

/** A server that runs beside the application as a child process. */
public interface Part {

  /** In file names, health and metrics. */
  String name();

  /** What a person calls it. */
  String title();

  /** The ports it will listen on, by the setting that changes them. */
  Map<String, Integer> ports();

  /**
   * Whatever must be there before the first start: programs, an empty database. Repeatable; a
   * half-done attempt is mended.
   */
  void prepare();

  ProcessBuilder command();

  /**
   * An argument of the command that no process but this part of this data folder has: it finds one
   * whose start was never recorded.
   */
  String marker();

  /** It answers now. Cheap enough to ask several times a second. */
  boolean ready();

  /** Asks the process to end in an orderly way; does not wait. */
  default void askToStop(ProcessHandle process) {
    process.destroy();
  }
}
