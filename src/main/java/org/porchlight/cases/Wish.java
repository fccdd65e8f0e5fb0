package org.porchlight.cases;

import org.jspecify.annotations.Nullable;

/** How a family that goes on wants to be met. */
public enum Wish {
  /** Visits, and calls between them. */
  VISITS,
  /** By phone only. */
  CALLS_ONLY,
  /** Neither visits nor calls, but help with things. */
  HELP_ONLY,
  /** No further visit; the team thanks the family and decides. */
  NO_MORE;

  /** By the answer's code in the forms; null: not asked, or not sure. */
  public static @Nullable Wish of(@Nullable String code) {
    return switch (code) {
      case "YES" -> VISITS;
      case "CALLS_ONLY" -> CALLS_ONLY;
      case "HELP_ONLY" -> HELP_ONLY;
      case "NO" -> NO_MORE;
      case null, default -> null;
    };
  }
}
