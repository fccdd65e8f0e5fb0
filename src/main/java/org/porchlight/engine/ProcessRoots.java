package org.porchlight.engine;

import java.util.UUID;

/** Which root instance belongs to which case. */
public interface ProcessRoots {

  /**
   * Called by the first service task of a process. True for the first instance that claims this
   * subject's run, and again when the same instance repeats the claim; false for every other
   * instance, which must then end itself (I3).
   */
  boolean claim(UUID subject, int run, long rootInstanceKey);
}
