package org.porchlight.messaging.gate;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.porchlight.shared.DistrictId;

/** The send windows at one instant, each district's asked once. */
public final class Openings {

  private final SendWindow window;
  private final Instant now;
  private final Map<DistrictId, Opening> known = new HashMap<>();

  public Openings(SendWindow window, Instant now) {
    this.window = window;
    this.now = now;
  }

  /**
   * One district's.
   *
   * @param startOfDay of its day
   * @param next now, where the window is open
   * @param closing of the window that is open, or opens next
   * @param following the next opening that is not now
   */
  record Opening(Instant startOfDay, Instant next, Instant closing, Instant following) {}

  public Opening of(DistrictId district) {
    return known.computeIfAbsent(district, this::ask);
  }

  private Opening ask(DistrictId district) {
    Instant next = window.next(district, now);
    Instant closing = window.closing(district, next);
    Instant following = next.equals(now) ? window.next(district, closing) : next;
    return new Opening(window.startOfDay(district, now), next, closing, following);
  }
}
