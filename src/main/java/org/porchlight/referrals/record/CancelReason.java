package org.porchlight.referrals.record;

/** Why a referral ends before its end. */
public enum CancelReason {
  CONSENT_WITHDRAWN,
  FAMILY_CHANGED_MIND,
  PARTNER_SILENT,
  /** The link could not be sent: nothing reached the partner. */
  NOT_SENT,
  /** Another resource is tried instead. */
  OTHER_RESOURCE,
  BARRIER_ENDED,
  CASE_ENDED,
  MISTAKE
}
