package org.porchlight.cases.internal;

/** The names that the processes of {@code bpmn/} and this module share; a test compares them. */
public final class FamilyCase {

  public static final String CASE_OPENED = "cases.caseOpened";
  public static final String JOURNEY_ENDED = "cases.journeyEnded";
  public static final String PAUSE_ASKED = "cases.pauseAsked";
  public static final String FAMILY_ANSWERED = "cases.familyAnswered";
  public static final String CALL_REQUESTED = "cases.callRequested";

  public static final String CHANGE_NOTICED = "cases.changeNoticed";

  public static final String CLAIM_RUN = "cases.claimRun";
  public static final String PREPARE_PLAN = "cases.preparePlan";
  public static final String APPLY_CONTACT_REPAIR = "cases.applyContactRepair";
  public static final String PLAN_REPAIR = "cases.planRepair";
  public static final String INVITE_FAMILY = "cases.inviteFamily";
  public static final String REMIND_FAMILY = "cases.remindFamily";
  public static final String PLAN_CONTACT = "cases.planContact";
  public static final String RECORD_FAMILY_ANSWER = "cases.recordFamilyAnswer";
  public static final String PLAN_HELP = "cases.planHelp";
  public static final String APPLY_HELP = "cases.applyHelp";
  public static final String POSTPONE = "cases.postpone";
  public static final String PLAN_AGREEMENT = "cases.planAgreement";
  public static final String FIND_PHASE = "cases.findPhase";
  public static final String BEGIN_PAUSE = "cases.beginPause";
  public static final String PLAN_CHOICE = "cases.planChoice";
  public static final String PLAN_NEXT_TRY = "cases.planNextTry";
  public static final String PREPARE_CADENCE = "cases.prepareCadence";
  public static final String PLAN_NEXT = "cases.planNext";
  public static final String PLAN_REVIEW = "cases.planReview";
  public static final String PLAN_FOLLOW_UP = "cases.planFollowUp";
  public static final String APPLY_FOLLOW_UP_CALL = "cases.applyFollowUpCall";
  public static final String APPLY_REVIEW = "cases.applyReview";
  public static final String RECORD_CALL_BACK = "cases.recordCallBack";
  public static final String APPLY_CHANGE = "cases.applyChange";
  public static final String RAISE_OVERDUE = "cases.raiseOverdue";
  public static final String CLOSE_CASE = "cases.closeCase";

  public static final String REPAIR_CONTACT_FORM = "repair-contact";
  public static final String CONTACT_FAMILY_FORM = "contact-family";
  public static final String ARRANGE_HELP_FORM = "arrange-help";
  public static final String FOLLOW_UP_CALL_FORM = "follow-up-call";
  public static final String KEEP_OR_CLOSE_FORM = "keep-or-close";
  public static final String SETTLE_CHANGE_FORM = "settle-change";
  public static final String CALL_BACK_FORM = "call-back";

  private FamilyCase() {}
}
