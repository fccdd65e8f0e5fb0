package org.porchlight.referrals.record;

import java.util.UUID;

/** What was asked of a referral is not possible as it stands; names no person. */
public final class ReferralRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why, for a page that says so: message key {@code referrals.refused.<code>}. */
  public enum Code {
    NO_SUCH_RESOURCE,
    NOT_NOW,
    NO_CONSENT,
    SIGNER_UNKNOWN,
    WITNESS_MISSING,
    NOTHING_SHARED,
    FACT_UNKNOWN,
    NO_ADDRESS
  }

  private final Code code;

  private ReferralRefused(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }

  static ReferralRefused noSuchResource(UUID resource) {
    return new ReferralRefused(
        Code.NO_SUCH_RESOURCE,
        "Resource "
            + resource
            + " is not in the district's directory, or is closed: choose another");
  }

  static ReferralRefused notNow(Referral referral, ReferralStatus wanted) {
    return new ReferralRefused(
        Code.NOT_NOW,
        "Referral %s is %s and cannot become %s"
            .formatted(referral.id(), referral.status(), wanted));
  }

  static ReferralRefused noConsent(UUID referral) {
    return new ReferralRefused(
        Code.NO_CONSENT, "Nobody has agreed to share anything for referral " + referral);
  }

  static ReferralRefused signerUnknown(UUID referral) {
    return new ReferralRefused(
        Code.SIGNER_UNKNOWN,
        "Consent for referral "
            + referral
            + " must be signed by somebody who may sign for the family");
  }

  static ReferralRefused witnessMissing(UUID referral) {
    return new ReferralRefused(
        Code.WITNESS_MISSING,
        "Consent on the phone for referral " + referral + " needs a second person who heard it");
  }

  static ReferralRefused nothingShared(UUID referral) {
    return new ReferralRefused(
        Code.NOTHING_SHARED,
        "Consent for referral "
            + referral
            + " must name at least a first name and a way to reach it");
  }

  static ReferralRefused factUnknown(UUID referral, SharedFact fact) {
    return new ReferralRefused(
        Code.FACT_UNKNOWN,
        "Consent for referral %s names %s, which nobody knows".formatted(referral, fact));
  }

  static ReferralRefused noAddress(UUID referral) {
    return new ReferralRefused(
        Code.NO_ADDRESS,
        "The resource of referral "
            + referral
            + " has neither an e-mail address nor a phone for texts: the family carries it");
  }
}
