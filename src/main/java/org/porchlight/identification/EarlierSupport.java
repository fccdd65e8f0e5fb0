package org.porchlight.identification;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.FamilyId;

/**
 * Implemented by the module that holds cases: what came before, for whoever decides whether to
 * offer visits again.
 */
public interface EarlierSupport {

  /** Families without an ended case are left out. Holds what people wrote: for pages only (I6). */
  Map<FamilyId, Earlier> of(Collection<FamilyId> families);

  /**
   * How the newest case of a family ended.
   *
   * @param relapse it ended because the family was doing well, or attendance had recovered
   * @param outcome message key {@code identification.earlier.<outcome>}
   * @param remember what the team wished to be known before meeting the family again
   */
  record Earlier(
      Instant endedAt,
      boolean relapse,
      String outcome,
      int visits,
      @Nullable String achieved,
      @Nullable String remember) {}
}
