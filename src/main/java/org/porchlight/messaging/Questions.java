package org.porchlight.messaging;

import java.util.UUID;

/** What we have asked by text and may be answered by text. */
public interface Questions {

  /** Opens a question in the caller's transaction; a repeat with the same id does nothing. */
  void ask(Question question);

  /** Closes it: later texts are no answer to it. */
  void close(UUID question);
}
