package org.porchlight.messaging.translation.xliff;

import org.jspecify.annotations.Nullable;

/**
 * A file that is no XLIFF 2 of ours; nothing was changed. The message says where and how to mend.
 */
public class UnreadableXliff extends RuntimeException {

  UnreadableXliff(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public UnreadableXliff(String message) {
    this(message, null);
  }
}
