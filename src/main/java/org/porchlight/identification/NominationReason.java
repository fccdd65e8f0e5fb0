package org.porchlight.identification;

/** Why somebody names a family that the figures alone would not bring up. */
public enum NominationReason {
  /** Comes to school, and is not there. */
  DISENGAGED,
  TEACHER_WORRY,
  FAMILY_ASKED,
  /** With a note. */
  OTHER
}
