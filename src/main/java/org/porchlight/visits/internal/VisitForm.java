package org.porchlight.visits.internal;

/** The forms of the log: each visit builds on the one before, and asks for what it is for. */
enum VisitForm {
  /** To get to know each other. */
  FIRST("visit-log-first"),
  /** To connect the family with teacher and school. */
  SECOND("visit-log-second"),
  /** How everybody is, and whether the family wishes to go on. */
  LATER("visit-log-later");

  private final String id;

  VisitForm(String id) {
    this.id = id;
  }

  /** Of the Camunda form, the same as its file's name. */
  String id() {
    return id;
  }

  /**
   * @param made visits to the family that took place, in all the runs of its case
   */
  static VisitForm after(int made) {
    return switch (made) {
      case 0 -> FIRST;
      case 1 -> SECOND;
      default -> LATER;
    };
  }
}
