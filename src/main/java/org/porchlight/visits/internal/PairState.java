package org.porchlight.visits.internal;

import java.util.EnumSet;
import java.util.Set;

/** Where two chosen visitors stand. */
enum PairState {
  /** Chosen by the coordinator, not yet asked. */
  PROPOSED,
  /** Asked, and at least one has not answered. */
  ASKED,
  /** Both said yes. */
  ACCEPTED,
  /** One said no, which needs no reason. */
  DECLINED,
  /** Not both had answered in time. */
  SILENT,
  /** Another pair took their place. */
  REPLACED,
  /** The case is over. */
  ENDED;

  /** At most one pair of a case is in one of these. */
  static final Set<PairState> CURRENT = EnumSet.of(PROPOSED, ASKED, ACCEPTED);

  boolean current() {
    return CURRENT.contains(this);
  }

  boolean mayBecome(PairState next) {
    return switch (this) {
      case PROPOSED -> next == ASKED || next == REPLACED || next == ENDED;
      case ASKED ->
          next == ACCEPTED
              || next == DECLINED
              || next == SILENT
              || next == REPLACED
              || next == ENDED;
      case ACCEPTED -> next == REPLACED || next == ENDED;
      case DECLINED, SILENT, REPLACED, ENDED -> false;
    };
  }
}
