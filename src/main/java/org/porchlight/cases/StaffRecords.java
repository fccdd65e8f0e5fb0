package org.porchlight.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;

/** What staff record about a case outside its tasks. The caller has checked that they may. */
public interface StaffRecords {

  /**
   * @param request makes it one act: a repeat does nothing
   * @throws java.util.NoSuchElementException where there is no such case
   * @throws IllegalStateException where the case has ended: nothing changes
   */
  void record(CaseId id, What what, UUID request, UserId by, Instant at);

  /**
   * The family would like a break: whatever waits is dropped, and on that day, or the first school
   * day after it, the case goes on.
   *
   * @param request makes it one act: a repeat does nothing
   * @throws IllegalArgumentException where the day is not between tomorrow and a year from now
   * @throws IllegalStateException where the case has ended: nothing changes
   */
  void pause(CaseId id, LocalDate until, UUID request, UserId by, Instant at);

  /** What the family told somebody, or somebody learned. */
  enum What {
    /** Ends visits politely and at once. */
    FAMILY_SAID_NO,
    /** A call task for the coordinator. */
    CALL_ASKED_FOR,
    /** A visitor leaves or is away, and nobody has taken over: a task for the coordinator. */
    SUCCESSOR_WANTED,
    /** Somebody else comes than the family was told, and no text can say so: a call task. */
    NAMES_TO_TELL,
    /** A visit does not take place, and no text can say so: a call task. */
    VISIT_OFF_TO_TELL,
    /** The students left the district's schools: ends the case. */
    FAMILY_LEFT
  }
}
