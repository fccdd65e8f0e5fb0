package org.porchlight.tasks.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;

/**
 * What a team decided that somebody should do.
 *
 * @param kind of the item that it is about; null: the team's own affairs
 * @param words what should be done: for pages only
 * @param owner a person, or
 * @param ownerGroup a group, as {@code OwnerGroup} text; exactly one of the two
 */
public record Decision(
    UUID id,
    UUID meeting,
    TeamId team,
    @Nullable ItemKind kind,
    @Nullable UUID subject,
    @Nullable CaseId caseId,
    @Nullable FamilyId family,
    String words,
    @Nullable UserId owner,
    @Nullable String ownerGroup,
    LocalDate due,
    UserId decidedBy,
    Instant decidedAt,
    State state,
    @Nullable UserId settledBy,
    @Nullable Instant settledAt,
    @Nullable String settledWords) {

  /** Open until somebody says how it went. */
  public enum State {
    OPEN,
    DONE,
    DROPPED
  }
}
