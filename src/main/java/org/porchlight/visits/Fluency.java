package org.porchlight.visits;

import org.porchlight.shared.UserId;

/** Who may write to families in their language without a translation. */
public interface Fluency {

  /**
   * Whether this person is recorded as a fluent visitor, or has said so of themselves.
   *
   * @param language BCP 47; a region makes no difference
   */
  boolean writes(UserId user, String language);

  /** They say so of themselves; kept with the time. A repeat does nothing. */
  void state(UserId user, String language);
}
