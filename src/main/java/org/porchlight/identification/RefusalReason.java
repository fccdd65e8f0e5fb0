package org.porchlight.identification;

/** Why a proposed family is not offered visits this school year. */
public enum RefusalReason {
  /** Somebody else already works with this family. */
  OTHER_SUPPORT,
  /** The absences have a cause that visits do not change, such as a long illness. */
  MEDICAL,
  MOVED_AWAY,
  /** The figures are wrong: to be mended where they come from. */
  DATA_WRONG,
  /** With a note. */
  OTHER
}
