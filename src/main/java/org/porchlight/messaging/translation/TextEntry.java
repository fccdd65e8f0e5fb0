package org.porchlight.messaging.translation;

import org.jspecify.annotations.Nullable;

/**
 * One text in one language, as it stands now.
 *
 * @param newest the last version, in whatever state; null where the language lacks the text
 * @param leaving what leaves now: approved, not withdrawn, made from the English that leaves now;
 *     null where nothing does
 * @param english the English of today, from which it should be made
 * @param stale the newest was made from another English: it waits for somebody to look again
 * @param suggestion what the last release says, where it is new and differs; null otherwise
 */
public record TextEntry(
    String language,
    String key,
    @Nullable TextVersion newest,
    @Nullable TextVersion leaving,
    String english,
    boolean stale,
    @Nullable String suggestion) {

  /** How far it has come, for counting. */
  public enum Progress {
    MISSING,
    DRAFT,
    REVIEWED,
    APPROVED,
    STALE,
    WITHDRAWN
  }

  public Progress progress() {
    if (newest == null) {
      return Progress.MISSING;
    }
    return stale ? Progress.STALE : Progress.valueOf(newest.state().name());
  }
}
