package org.porchlight.referrals.record;

import java.util.List;
import org.porchlight.referrals.Resource;

/** A resource that may end a barrier, and why. */
public record Match(Resource resource, List<Reason> reasons) {

  /**
   * @param values of the text, in its order
   * @param good false: speaks against it
   */
  public record Reason(Why why, List<String> values, boolean good) {}

  /** What speaks for a resource or against it: message key {@code referrals.reason.<why>}. */
  public enum Why {
    /** The value is a {@link org.porchlight.referrals.Need}. */
    NEED,
    /** Guessed from its words; the value is a {@link org.porchlight.referrals.Need}. */
    NEED_GUESSED,
    NEAR,
    MILES,
    FAR,
    TOWN,
    LANGUAGE,
    INTERPRETER,
    LANGUAGE_UNKNOWN,
    PLACES,
    FULL,
    EVENING,
    WEEKEND,
    /** How often it met the need, of how many times that somebody told. */
    BEFORE,
    UNCHECKED
  }
}
