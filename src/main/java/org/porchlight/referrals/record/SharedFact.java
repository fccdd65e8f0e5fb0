package org.porchlight.referrals.record;

/** What a family may agree to share with a partner. Nothing else is ever shared. */
public enum SharedFact {
  /** The first name of whoever signs. */
  FIRST_NAME,
  /** The number on which whoever signs can be reached. */
  PHONE,
  /** The language that they speak. */
  LANGUAGE,
  /** What they would like, in the resource's own words. */
  NEED,
  CHILD_FIRST_NAME,
  CHILD_GRADE,
  TOWN,
  /** When they can best be reached. */
  BEST_TIME,
  /** A note that was read to them. */
  WORDS
}
