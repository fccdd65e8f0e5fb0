package org.porchlight.cases;

import java.util.Collection;
import java.util.List;
import org.porchlight.shared.CaseId;

/** The open barriers of many cases at once. */
public interface OpenBarriers {

  /** Those first that fall due first. */
  List<Barrier> of(Collection<CaseId> cases);
}
