package org.porchlight.referrals;

/** What a resource helps with; its words are in {@code need-words.properties}. */
public enum Need {
  FOOD,
  HOUSING,
  SHELTER,
  TRANSPORT,
  CLOTHING,
  UTILITIES,
  HEALTH,
  TEETH_EYES,
  COUNSELING,
  SAFETY,
  CHILD_CARE,
  WORK,
  INTERNET_DEVICE,
  ENGLISH_CLASSES,
  ADVICE,
  TUTORING,
  AFTER_SCHOOL,
  MENTORING
}
