package org.porchlight.visits;

/** As a family is told who comes: each has a word in every language of the program. */
public enum VisitorRole {
  TEACHER,
  COUNSELOR,
  FAMILY_LIAISON,
  COMMUNITY_PARTNER,
  ADMINISTRATOR,
  SOCIAL_WORKER,
  PARAPROFESSIONAL,
  NURSE,
  COACH,
  VOLUNTEER,
  OTHER
}
