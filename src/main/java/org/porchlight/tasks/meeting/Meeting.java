package org.porchlight.tasks.meeting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.UserId;

/**
 * One meeting of a team.
 *
 * @param startedAt when the team began to go through it
 * @param reason a code, where it was skipped
 * @param words what the team wants to remember: for pages only
 */
public record Meeting(
    UUID id,
    TeamId team,
    Instant plannedFor,
    State state,
    @Nullable Instant preparedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable UserId endedBy,
    @Nullable String reason,
    @Nullable String words) {

  /** How far it is. */
  public enum State {
    /** Its day is known, its pack is not prepared. */
    PLANNED,
    /** The pack is prepared: it can be held. */
    OPEN,
    HELD,
    SKIPPED,
    /** The team stopped to meet by a cycle before it. */
    DROPPED
  }

  public boolean ahead() {
    return state == State.PLANNED || state == State.OPEN;
  }
}
