package org.porchlight.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;

/** Interpreters for meetings at school that a family comes to. The caller has checked who may. */
public interface SchoolMeetings {

  /**
   * Asks for an interpreter: the coordinators of the case get a task to book one.
   *
   * @param request the meeting's id: a repeat does nothing
   * @throws IllegalArgumentException where the meeting has begun, or something is missing
   * @throws IllegalStateException where the case has ended: nothing changes
   */
  void ask(CaseId id, Wanted wanted, UUID request, UserId by, Instant at);

  /**
   * Booked, held or called off; a repeat does nothing.
   *
   * @throws java.util.NoSuchElementException where the case has no such meeting
   */
  void now(CaseId id, UUID meeting, State state, UserId by, Instant at);

  /** Soonest first; those that were called off are left out. */
  List<Meeting> of(CaseId id);

  /**
   * @param language BCP 47
   * @param place in words, such as a room
   * @param forWhom in words: who comes, and whom they meet
   */
  record Wanted(String language, Instant startsAt, String place, String forWhom) {}

  record Meeting(UUID id, Wanted wanted, State state) {}

  /** How far the interpreter is. */
  enum State {
    ASKED,
    BOOKED,
    HELD,
    CALLED_OFF
  }
}
