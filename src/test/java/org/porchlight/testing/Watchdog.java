package org.porchlight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Ends a process of a test run when the run itself is killed and can end nothing any more. */
public final class Watchdog {

  private static final String SCRIPT =
      "while kill -0 $1 2>/dev/null; do kill -0 $2 2>/dev/null || exit 0; sleep 1; done; kill -$3 $2";

  private Watchdog() {}

  /**
   * Watches beside this JVM, which it survives, until one of the two is gone.
   *
   * @param signal as {@code kill} names it: TERM for what ends its own children, else KILL
   */
  public static void endWithThisRun(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder(
              "sh",
              "-c",
              SCRIPT,
              "watchdog",
              Long.toString(ProcessHandle.current().pid()),
              Long.toString(process.pid()),
              signal)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("Starting the watchdog", e);
    }
  }
}
