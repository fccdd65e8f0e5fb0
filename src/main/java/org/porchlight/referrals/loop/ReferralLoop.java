package org.porchlight.referrals.loop;

/** The names that {@code bpmn/referral.bpmn} and this module share; a test compares them. */
public final class ReferralLoop {

  public static final String PROCESS = "referral";

  public static final String BARRIER_TOLD = "referrals.barrierTold";
  public static final String BARRIER_ENDED = "referrals.barrierEnded";
  public static final String PLAN_CHANGED = "referrals.planChanged";
  public static final String FAMILY_ANSWERED = "referrals.familyAnswered";
  public static final String LOOK_AGAIN = "referrals.lookAgain";

  public static final String CLAIM_RUN = "referrals.claimRun";
  public static final String PLAN_HELP = "referrals.planHelp";
  public static final String PLAN_CHOICE = "referrals.planChoice";
  public static final String APPLY_HELP = "referrals.applyHelp";
  public static final String PLAN_CONSENT = "referrals.planConsent";
  public static final String APPLY_CONSENT = "referrals.applyConsent";
  public static final String SEND_REFERRAL = "referrals.sendReferral";
  public static final String HEAR_PARTNER = "referrals.hearPartner";
  public static final String HEAR_SILENCE = "referrals.hearSilence";
  public static final String STOP_SHARING = "referrals.stopSharing";
  public static final String PLAN_ACTION = "referrals.planAction";
  public static final String APPLY_ACTION = "referrals.applyAction";
  public static final String LEAVE_TO_FAMILY = "referrals.leaveToFamily";
  public static final String ASK_FAMILY = "referrals.askFamily";
  public static final String PLAN_CALL = "referrals.planCall";
  public static final String APPLY_CALL = "referrals.applyCall";
  public static final String HEAR_FAMILY = "referrals.hearFamily";
  public static final String LOOK_AT_PROGRESS = "referrals.lookAtProgress";
  public static final String RAISE_UP = "referrals.raiseUp";
  public static final String LET_GO_ON = "referrals.letGoOn";
  public static final String APPLY_STEP_IN = "referrals.applyStepIn";

  public static final String CHOOSE_HELP_FORM = "choose-help";
  public static final String RECORD_CONSENT_FORM = "record-consent";
  public static final String SCHOOL_ACTION_FORM = "school-action";
  public static final String ASK_WHETHER_HELPED_FORM = "ask-whether-helped";
  public static final String STEP_IN_FORM = "step-in";

  private ReferralLoop() {}
}
