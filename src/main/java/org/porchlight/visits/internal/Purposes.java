package org.porchlight.visits.internal;

/** Why a text of this module is sent. */
final class Purposes {

  static final String PREFIX = "visits.";
  static final String ASK = "visits.askVisitors";
  static final String PAIR_COMPLETE = "visits.pairComplete";
  static final String TIME_OFFER = "visits.timeOffer";
  static final String CONFIRMED = "visits.visitConfirmed";
  static final String VISITOR_BOOKED = "visits.visitBooked";
  static final String FAMILY_REMINDER = "visits.visitReminder";
  static final String VISITOR_REMINDER = "visits.visitorReminder";
  static final String FAMILY_LAST_REMINDER = "visits.visitReminderAgain";
  static final String VISITOR_LAST_REMINDER = "visits.visitorReminderAgain";
  static final String OTHER_VISITORS = "visits.otherVisitors";
  static final String TAKE_OVER = "visits.takeOver";
  static final String FAMILY_OFF = "visits.visitOff";
  static final String VISITOR_OFF = "visits.visitorOff";
  static final String CHECK_OUT = "visits.checkOut";
  static final String CHECKED_OUT = "visits.leftReceipt";
  static final String WHO_COMES = "visits.whoComes";
  static final String NOBODY_COMES = "visits.nobodyComes";
  static final String OFF_RECEIPT = "visits.offReceipt";
  static final String LOG_NUDGE = "visits.logNudge";

  private Purposes() {}
}
