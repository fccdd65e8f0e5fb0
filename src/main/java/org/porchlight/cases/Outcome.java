package org.porchlight.cases;

/** How a case ended. A no is kept apart from a family that was never reached. */
public enum Outcome {
  /** The family said no, at any point. No reason is asked or kept. */
  DECLINED,
  /** The family moved out of the district, or the students left its schools. */
  LEFT,
  /** The team closed it. */
  CLOSED,
  /** The team closed it because the family could not be reached. */
  NOT_REACHED,
  /** The family turned out to be another case's family too: that one goes on for both. */
  MERGED
}
