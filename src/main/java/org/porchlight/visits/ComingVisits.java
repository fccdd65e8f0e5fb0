package org.porchlight.visits;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.shared.CaseId;

/** The visits that were agreed and are not logged yet. */
public interface ComingVisits {

  /** Of these cases, that begin before then; the first comes first, those without a log too. */
  List<Coming> of(Collection<CaseId> cases, Instant before);

  /** Also one that is over: then it is no longer open. */
  Optional<Coming> find(UUID visit);

  /**
   * @param open false: logged, changed or cancelled
   */
  record Coming(UUID visit, CaseId caseId, Instant startsAt, Instant endsAt, boolean open) {}
}
