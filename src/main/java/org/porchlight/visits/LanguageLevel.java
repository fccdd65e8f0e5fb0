package org.porchlight.visits;

/** How well a visitor speaks a language. */
public enum LanguageLevel {
  NATIVE,
  FLUENT,
  /** Enough for small talk, not for a visit without an interpreter. */
  CONVERSATIONAL,
  BASIC;

  /** Enough for a visit without an interpreter (I7). */
  public boolean fluent() {
    return this == NATIVE || this == FLUENT;
  }
}
