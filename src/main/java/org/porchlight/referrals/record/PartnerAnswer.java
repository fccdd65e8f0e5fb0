package org.porchlight.referrals.record;

/** What a partner can say to a referral. */
public enum PartnerAnswer {
  ACCEPTED(ReferralStatus.ACCEPTED),
  REJECTED(ReferralStatus.REJECTED),
  WAIT_LISTED(ReferralStatus.ON_HOLD),
  PROGRESS(ReferralStatus.IN_PROGRESS),
  DONE(ReferralStatus.COMPLETED),
  /** The family could not be reached. */
  FAILED(ReferralStatus.FAILED);

  private final ReferralStatus status;

  PartnerAnswer(ReferralStatus status) {
    this.status = status;
  }

  /** What the referral's status then is. */
  public ReferralStatus status() {
    return status;
  }
}
