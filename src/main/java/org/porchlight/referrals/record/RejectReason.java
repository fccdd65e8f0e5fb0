package org.porchlight.referrals.record;

/** Why a partner cannot take on a family. */
public enum RejectReason {
  NO_PLACE,
  NOT_ELIGIBLE,
  OUT_OF_AREA,
  NO_LANGUAGE,
  NOT_OURS,
  OTHER
}
