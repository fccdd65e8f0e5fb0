package org.porchlight.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.porchlight.shared.CaseId;

/** When somebody last heard from a family: an answer, a call or talk that reached it, a visit. */
public interface LastContacts {

  /** By case; of a family that was never reached, when its case was opened. */
  Map<CaseId, Instant> of(Collection<CaseId> cases);
}
