package org.porchlight.shared;

import java.util.UUID;

/** A contact of one or more students. Opaque. */
public record GuardianId(UUID value) {

  public static GuardianId random() {
    return new GuardianId(UUID.randomUUID());
  }

  public static GuardianId of(String text) {
    return new GuardianId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
