package org.porchlight.tasks.meeting;

/** The names that the process {@code team-meeting} and the code share. */
public final class TeamMeeting {

  public static final String PROCESS = "team-meeting";
  public static final String CLAIM_TEAM = "tasks.claimTeam";
  public static final String PLAN_MEETING = "tasks.planMeeting";
  public static final String PREPARE_PACK = "tasks.preparePack";
  public static final String RAISE_MEETING_OVERDUE = "tasks.raiseMeetingOverdue";
  public static final String REPORT_NO_MEETING = "tasks.reportNoMeeting";
  public static final String KEEP_DECISIONS = "tasks.keepDecisions";
  public static final String KEEP_SKIP = "tasks.keepSkip";
  public static final String HOLD_MEETING = "userTask_HoldMeeting";
  static final String TEAM_SET_UP = "tasks.teamSetUp";
  static final String MEETING_CHANGED = "tasks.meetingChanged";
  static final String FORM = "hold-meeting";

  private TeamMeeting() {}
}
