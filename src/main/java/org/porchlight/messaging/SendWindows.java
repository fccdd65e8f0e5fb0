package org.porchlight.messaging;

import java.time.Duration;
import java.time.Instant;
import org.porchlight.shared.DistrictId;

/**
 * When texts may leave: from 09:00 to 20:00 in the district's zone, on days on which staff work.
 * Whatever waits for an answer to a text, or gives a text its end, counts from here: an instant
 * counted from the moment of asking could pass before the text has left.
 */
public interface SendWindows {

  /** The first instant from {@code at} on at which a text may leave. */
  Instant nextOpening(DistrictId district, Instant at);

  /**
   * {@code at} where a text may leave then; else shortly before the window before it closes, which
   * may have passed.
   */
  Instant earlier(DistrictId district, Instant at);

  /**
   * The end of a wait for what a text asks for or tells: {@code within} after the text can leave,
   * moved on until as much time with an open window has passed as one whole window has, and until
   * the window is open.
   */
  Instant dueAfter(DistrictId district, Instant asked, Duration within);
}
