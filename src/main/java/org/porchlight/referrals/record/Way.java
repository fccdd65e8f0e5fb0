package org.porchlight.referrals.record;

/** How a family comes to a resource. */
public enum Way {
  /** We send it what the family agreed to share. */
  WITH_CONSENT,
  /** The family goes there itself: nothing is shared, and the family is asked how it went. */
  FAMILY_CARRIES
}
