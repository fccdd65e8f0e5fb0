package org.porchlight.shared;

import java.util.UUID;

/** A school of a district. Opaque: never the state's or the district's own school number. */
public record SchoolId(UUID value) {

  public static SchoolId random() {
    return new SchoolId(UUID.randomUUID());
  }

  public static SchoolId of(String text) {
    return new SchoolId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
