package org.porchlight.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;

/**
 * What the team said when it closed a case, run by run. Holds what people wrote: for pages only.
 */
public interface Closings {

  /** Newest first. */
  List<Closing> of(CaseId id);

  /**
   * @param reason message key {@code timeline.closing.<reason>}
   * @param remember what to know before meeting the family again
   */
  record Closing(
      int run, String reason, @Nullable String achieved, @Nullable String remember, Instant at) {}
}
