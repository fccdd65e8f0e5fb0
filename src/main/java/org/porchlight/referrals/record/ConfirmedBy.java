package org.porchlight.referrals.record;

/** Who says whether a need was met. */
public enum ConfirmedBy {
  FAMILY,
  AGENCY,
  VISITOR
}
