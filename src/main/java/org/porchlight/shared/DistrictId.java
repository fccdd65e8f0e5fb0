package org.porchlight.shared;

import java.util.UUID;

/** A school district, the tenant of everything else. Opaque: says nothing about the district. */
public record DistrictId(UUID value) {

  public static DistrictId random() {
    return new DistrictId(UUID.randomUUID());
  }

  public static DistrictId of(String text) {
    return new DistrictId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
