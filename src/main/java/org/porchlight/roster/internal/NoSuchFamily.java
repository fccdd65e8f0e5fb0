package org.porchlight.roster.internal;

import org.porchlight.shared.FamilyId;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Answered as 404. */
final class NoSuchFamily extends ResponseStatusException {

  private static final long serialVersionUID = 1L;

  private NoSuchFamily(String message) {
    super(HttpStatus.NOT_FOUND, message);
  }

  static NoSuchFamily withId(FamilyId id) {
    return new NoSuchFamily("There is no family " + id + ": look it up on the Families page");
  }
}
