package org.porchlight.roster;

import org.jspecify.annotations.Nullable;

/**
 * A file that no row may be taken from. The message names the rule and how to mend it, never
 * content of the file.
 */
public final class UnreadableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private UnreadableFile(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public static UnreadableFile because(String message) {
    return new UnreadableFile(message, null);
  }

  /** The cause is for the debugger: its message may quote the file, so nobody logs or shows it. */
  public static UnreadableFile because(String message, Throwable cause) {
    return new UnreadableFile(message, cause);
  }
}
