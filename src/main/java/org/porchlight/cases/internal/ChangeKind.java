package org.porchlight.cases.internal;

import java.util.List;

/** What can change on the way of a case so that a person has to decide. */
enum ChangeKind {
  /** The case's student goes to another school of the district. */
  SCHOOL_CHANGED("GO_ON"),
  /** The roster has none of the family's students any more. */
  STUDENTS_GONE("LEFT", "GRADUATED", "STILL_HERE"),
  /** Somebody whom the program contacted may not be contacted any more. */
  CONTACTS_CHANGED("GO_ON", "LEFT"),
  /** The roster has a new contact, who comes before all others. */
  CONTACT_JOINED("GO_ON"),
  /** A student begins at another school soon. */
  HAND_OVER("GO_ON", "FAMILY_SAID_NO");

  private final List<String> decisions;

  ChangeKind(String... decisions) {
    this.decisions = List.of(decisions);
  }

  /** Codes; the text is message key {@code timeline.change.<kind>.<decision>}. */
  List<String> decisions() {
    return decisions;
  }

  /** Whether the family is asked if notes may be passed on. */
  boolean passesOnNotes() {
    return this == SCHOOL_CHANGED || this == HAND_OVER;
  }
}
