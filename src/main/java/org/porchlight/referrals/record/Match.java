package org.porchlight.referrals.record;

import java.util.List;
import org.porchlight.referrals.Resource;

/** A resource that may end a barrier, and why. */
public record Match(Resource resource, List<Reason> reasons) {

  /**
   * @param code message key {@code referrals.reason.<code>}
   * @param values of the text, in its order
   * @param good false: speaks against it
   */
  public record Reason(String code, List<String> values, boolean good) {}
}
