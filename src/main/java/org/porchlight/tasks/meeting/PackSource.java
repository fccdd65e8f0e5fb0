package org.porchlight.tasks.meeting;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a team should talk about of one kind, as of now. Ids only: nobody reads a file for it. What
 * they are is told when they are shown.
 */
interface PackSource {

  ItemKind kind();

  /** The most pressing first. */
  List<UUID> subjects(Team team);

  /** Empty where it is gone. */
  Optional<Told> tell(UUID subject, ZoneId zone);
}
