package org.porchlight.identification.internal;

import static org.porchlight.identification.DecisionRefused.because;

import org.jspecify.annotations.Nullable;
import org.porchlight.identification.DecisionRefused.Code;

/** What a person wrote beside a reason. */
final class Notes {

  private static final int LONGEST = 1000;

  private Notes() {}

  static @Nullable String checked(@Nullable String note, boolean needed) {
    String stripped = note == null ? "" : note.strip();
    if (stripped.isEmpty()) {
      if (needed) {
        throw because(Code.NOTE_NEEDED);
      }
      return null;
    }
    if (stripped.length() > LONGEST) {
      throw because(Code.NOTE_TOO_LONG);
    }
    return stripped;
  }
}
