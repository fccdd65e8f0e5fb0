package org.porchlight.cases;

/** How a family that goes on wants to be met. */
public enum Wish {
  /** Visits, and calls between them. */
  VISITS,
  /** By phone only. */
  CALLS_ONLY,
  /** No further visit; the team thanks the family and decides. */
  NO_MORE
}
