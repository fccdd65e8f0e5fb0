package org.porchlight.tasks.meeting;

import java.util.UUID;

/** One attendance team that meets by a cycle: the subject of its process. */
public record TeamId(UUID value) {

  static TeamId of(String text) {
    return new TeamId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
