package org.porchlight.identification.internal;

/** The names that the process {@code identify-families} and the code share. */
public final class DailyLook {

  public static final String PROCESS = "identify-families";
  public static final String CLAIM_SCHEDULE = "identification.claimSchedule";
  public static final String PLAN_LOOK = "identification.planLook";
  public static final String PROPOSE_FAMILIES = "identification.proposeFamilies";
  static final String PROGRAM_STARTED = "identification.programStarted";
  static final String PROGRAM_CHANGED = "identification.programChanged";

  private DailyLook() {}
}
