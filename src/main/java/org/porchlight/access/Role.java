package org.porchlight.access;

/** What a person does in the program. */
public enum Role {
  /** Plans first contacts, chooses visitors, sees the families of their schools. */
  COORDINATOR,
  /** Member of a school's or the district's attendance team: decides whether a case stays open. */
  TEAM,
  /** Visits families; sees only the cases assigned. */
  VISITOR,
  /** Imports, users, quarantine; sees the whole district. */
  ADMINISTRATOR
}
