package org.porchlight.cases;

import java.util.UUID;

/**
 * Implemented by the modules that take barriers on: what somebody works on does not vanish because
 * a log is amended.
 */
public interface BarrierWork {

  /** Whether somebody has done anything about it yet. */
  boolean begun(UUID barrier);
}
