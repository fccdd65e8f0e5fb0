package org.porchlight.cases.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.Barrier.End;
import org.porchlight.cases.Barriers.History;
import org.porchlight.cases.Barriers.History.What;
import org.porchlight.cases.Barriers.Telling;
import org.porchlight.shared.UserId;

/** Makes the entries of a barrier's history. */
final class BarrierEntries {

  private BarrierEntries() {}

  static History told(What what, Telling telling) {
    return new History(
        what,
        telling.at(),
        telling.by(),
        telling.source(),
        null,
        null,
        0,
        null,
        null,
        telling.given(),
        telling.words());
  }

  static History owned(OwnerGroup owner, Instant due, int level, @Nullable String why, Instant at) {
    return new History(What.OWNED, at, null, null, owner, due, level, why, null, List.of(), null);
  }

  static History ended(End end, @Nullable UserId by, Instant at, @Nullable String words) {
    return new History(What.ENDED, at, by, null, null, null, 0, null, end, List.of(), words);
  }

  static History plain(What what, @Nullable UserId by, Instant at) {
    return new History(what, at, by, null, null, null, 0, null, null, List.of(), null);
  }
}
