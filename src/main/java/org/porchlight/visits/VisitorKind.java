package org.porchlight.visits;

/** Where a visitor belongs. */
public enum VisitorKind {
  SCHOOL,
  COMMUNITY
}
