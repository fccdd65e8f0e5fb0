package org.porchlight.referrals;

/** Templates of this module that others show. */
public final class ReferralTexts {

  /** Asks whether help has helped; takes no arguments. */
  public static final String DID_IT_HELP = "referrals.didItHelp";

  private ReferralTexts() {}
}
