package org.porchlight.shared;

import java.util.UUID;

/** One family's case. Opaque: the business key in the engine, in events and in URLs (I6). */
public record CaseId(UUID value) {

  public static CaseId random() {
    return new CaseId(UUID.randomUUID());
  }

  public static CaseId of(String text) {
    return new CaseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
