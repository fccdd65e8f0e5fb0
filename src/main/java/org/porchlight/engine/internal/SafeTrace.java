package org.porchlight.engine.internal;

import org.jspecify.annotations.Nullable;

/**
 * A stack trace without the exceptions' texts, which may quote what somebody entered or what the
 * database holds (I6).
 */
public final class SafeTrace {

  private static final int FRAMES = 25;

  private SafeTrace() {}

  public static String of(Throwable error) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (@Nullable Throwable cause = error; cause != null && depth < 6; cause = cause.getCause()) {
      text.append(depth == 0 ? "\n" : "\nby ").append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.append("\n  at ").append(frames[i]);
      }
      depth++;
    }
    return text.toString();
  }
}
