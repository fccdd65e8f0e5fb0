package org.porchlight.messaging.translation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.UserId;

/**
 * One version of one text in one language.
 *
 * @param id grows with time; 0 for a shipped text that nobody has touched
 * @param english from which it was made; of English itself, the same
 * @param written null for a shipped text that nobody has touched
 * @param withdrawn somebody found it wrong: it does not leave, whatever was said before
 */
public record TextVersion(
    long id,
    String language,
    String key,
    String body,
    String english,
    Source source,
    @Nullable Mark written,
    @Nullable Mark reviewed,
    @Nullable Mark approved,
    @Nullable Mark withdrawn) {

  /** Who and when; {@code by} is null for a release. */
  public record Mark(@Nullable UserId by, Instant at) {}

  /** Where the words come from. */
  public enum Source {
    SHIPPED,
    EDITED,
    IMPORTED
  }

  /** How far it has come. */
  public enum State {
    DRAFT,
    REVIEWED,
    APPROVED,
    WITHDRAWN
  }

  public State state() {
    if (withdrawn != null) {
      return State.WITHDRAWN;
    }
    if (approved != null) {
      return State.APPROVED;
    }
    return reviewed != null ? State.REVIEWED : State.DRAFT;
  }

  /** Who wrote it; null for a release. */
  public @Nullable UserId writer() {
    return written == null ? null : written.by();
  }

  /**
   * Two pairs of eyes: nobody approves what they wrote, nor a shipped text that only they have
   * reviewed.
   */
  boolean mayBeApprovedBy(UserId person) {
    UserId first = writer();
    if (first == null) {
      first = reviewed == null ? null : reviewed.by();
    }
    return first != null && !first.equals(person);
  }
}
