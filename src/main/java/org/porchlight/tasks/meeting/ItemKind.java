package org.porchlight.tasks.meeting;

/** What a team talks about, in the order of the meeting. */
public enum ItemKind {
  /** What was decided before and is not done; the subject is the decision. */
  DECISION,
  /** A barrier that was not taken care of in time; the subject is the barrier. */
  ESCALATION,
  /** A case with an overdue task, or that nobody has heard from for long. */
  STUCK,
  /** A family that a look proposed and nobody has decided about; the subject is the proposal. */
  PROPOSAL,
  /** A family that somebody named since the last meeting, to be known; the subject likewise. */
  NOMINATION,
  /** A visit before the next meeting, or one without a log; the subject is the visit. */
  VISIT,
  /** For the district's team: another team that has not met for a month. */
  SILENT_TEAM
}
