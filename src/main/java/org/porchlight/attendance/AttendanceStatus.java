package org.porchlight.attendance;

/**
 * What a source says of a student's day. Whether that is an absence is for the rules of the state
 * to say.
 */
public enum AttendanceStatus {
  PRESENT,
  ABSENT_EXCUSED,
  ABSENT_UNEXCUSED,
  /** Suspended or expelled: neither excused nor unexcused, and an absence. */
  ABSENT_DISCIPLINARY,
  TARDY,
  EARLY_DEPARTURE,
  PARTIAL,
  /** No school for this student that day: neither an absence nor a day enrolled. */
  NO_SCHOOL
}
