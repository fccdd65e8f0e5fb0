package org.porchlight.shared;

import java.util.UUID;

/** A family: the students and guardians that one case is about. Opaque. */
public record FamilyId(UUID value) {

  public static FamilyId random() {
    return new FamilyId(UUID.randomUUID());
  }

  public static FamilyId of(String text) {
    return new FamilyId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
