package org.porchlight.shared;

import java.util.UUID;

/** A person who signs in: staff, visitor or administrator. Opaque. */
public record UserId(UUID value) {

  public static UserId random() {
    return new UserId(UUID.randomUUID());
  }

  public static UserId of(String text) {
    return new UserId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
