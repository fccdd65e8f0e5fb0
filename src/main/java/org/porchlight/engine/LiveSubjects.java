package org.porchlight.engine;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Which subjects should have a running root instance now; implemented by the module that owns them.
 */
public interface LiveSubjects {

  /** Of the process whose roots these subjects claim, its file's name without {@code .bpmn}. */
  String processId();

  /** Each subject that should have a root, and since when. */
  Map<UUID, Instant> liveSubjects();
}
