package org.porchlight.messaging;

import java.util.UUID;
import org.porchlight.shared.CaseId;

/** What we have asked by text and may be answered by text. */
public interface Questions {

  /** Opens a question in the caller's transaction; a repeat with the same id does nothing. */
  void ask(Question question);

  /** Closes it: later texts are no answer to it. */
  void close(UUID question);

  /** Whether some question of this case is open: the answer to another could be taken for its. */
  boolean waits(CaseId caseId);
}
