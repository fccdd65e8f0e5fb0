package org.porchlight.referrals.record;

/** Whether a referral met the need. */
public enum LoopOutcome {
  NEED_MET,
  PARTLY_MET,
  NOT_MET,
  /** Nobody could say. */
  UNKNOWN
}
