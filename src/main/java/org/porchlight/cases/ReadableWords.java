package org.porchlight.cases;

import java.time.Instant;
import org.porchlight.access.Actor;

/**
 * What people wrote stays with the school that wrote it until the family agrees that it is passed
 * on to the next one. That something happened, and when, everybody in scope may know.
 */
public interface ReadableWords {

  /**
   * From when on this reader may read what was written in the case: {@link Instant#MIN} for all of
   * it, {@link Instant#MAX} for none. The caller has opened the family's file.
   */
  Instant from(CaseView view, Actor reader);
}
