package org.porchlight.roster.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.ImportWarning;

/**
 * An import as people and systems see it.
 *
 * @param partial the files hold a part of the district: what they lack is not removed
 * @param refusal why nothing was taken; a sentence that says how to mend it
 * @param needsOverride more would change or go than the settings allow
 * @param errors rows set aside or flagged, listed or not
 */
public record ImportView(
    UUID id,
    UUID district,
    String format,
    boolean partial,
    State state,
    @Nullable String refusal,
    boolean needsOverride,
    Map<String, Counts> counts,
    List<ImportWarning> warnings,
    long errors,
    List<File> files,
    Instant createdAt,
    @Nullable Instant checkedAt,
    @Nullable Instant appliedAt,
    boolean filesDeleted) {

  /** Where an import stands. */
  public enum State {
    /** Uploaded, being read. */
    RECEIVED,
    /** The dry run is done: look at the preview, then apply. */
    CHECKED,
    APPLIED,
    /** A file cannot be trusted; nothing was taken. */
    REFUSED,
    /** The reading was cut off, by a crash or a full disk; nothing was taken: upload again. */
    INTERRUPTED
  }

  public record File(int no, String name, long bytes, String sha256) {}

  public boolean applicable() {
    return state == State.CHECKED;
  }
}
