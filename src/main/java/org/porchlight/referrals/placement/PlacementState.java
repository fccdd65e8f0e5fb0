package org.porchlight.referrals.placement;

import java.util.Arrays;
import java.util.List;

/** How far a student has come with a program. */
public enum PlacementState {
  OFFERED,
  /** No seat is free: a gap in what the district has. */
  WAIT_LISTED,
  ENROLLED,
  STARTED,
  /** Still there after the first weeks. */
  ATTENDING,
  DECLINED,
  LEFT;

  /** Whether it takes a seat. */
  public boolean seated() {
    return this == ENROLLED || this == STARTED || this == ATTENDING;
  }

  boolean mayBecome(PlacementState next) {
    return switch (this) {
      case OFFERED -> next == ENROLLED || next == WAIT_LISTED || next == DECLINED;
      case WAIT_LISTED -> next == ENROLLED || next == DECLINED;
      case ENROLLED -> next == STARTED || next == LEFT || next == DECLINED;
      case STARTED -> next == ATTENDING || next == LEFT;
      case ATTENDING -> next == LEFT;
      case DECLINED, LEFT -> false;
    };
  }

  public List<PlacementState> next() {
    return Arrays.stream(values()).filter(this::mayBecome).toList();
  }
}
