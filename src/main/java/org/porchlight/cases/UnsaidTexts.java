package org.porchlight.cases;

import java.util.List;
import java.util.UUID;
import org.porchlight.shared.CaseId;

/** What the calls that wait to be made about a case have to say, because no text could. */
public interface UnsaidTexts {

  /** Oldest first; ids of {@link org.porchlight.messaging.SpokenTexts}. */
  List<UUID> of(CaseId id);
}
