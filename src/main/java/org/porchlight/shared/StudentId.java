package org.porchlight.shared;

import java.util.UUID;

/** A student. Opaque: the only way a student is named in events and process variables (I6). */
public record StudentId(UUID value) {

  public static StudentId random() {
    return new StudentId(UUID.randomUUID());
  }

  public static StudentId of(String text) {
    return new StudentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
