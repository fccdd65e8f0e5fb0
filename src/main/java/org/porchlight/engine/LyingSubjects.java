package org.porchlight.engine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which subjects are left lying: past the day by which somebody should have acted, and nobody above
 * has them; implemented by the module that owns them.
 */
public interface LyingSubjects {

  /**
   * @param before what fell due after this may be on its way to somebody above
   */
  List<UUID> lying(Instant before);
}
