package org.porchlight.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.porchlight.shared.UserId;

/**
 * What stops texts and no coordinator can mend: for whoever runs the installation. No names, no
 * phones, no words.
 */
public interface SendAlerts {

  /** Those that nobody has dealt with, the latest first. */
  List<Alert> open();

  /**
   * Somebody has dealt with it; a repeat does nothing. The next trouble of its kind is a new one.
   */
  void seen(UUID alert, UserId by);

  /**
   * Texts of the last week that the provider took more than an hour ago and never said to have
   * arrived.
   */
  int deliveryUnknown();

  /** What is wrong. */
  enum Kind {
    /** The provider refuses our account: everything waits. */
    CHANNEL_STOPPED,
    /** It refused a text for a reason that lies with us, or with a code that we do not know. */
    REFUSED,
    /** One phone was about to get more texts in a day than the fuse allows. */
    FUSE,
    /** The segments of the day are used up: texts wait until the next. */
    DAY_USED_UP
  }

  /**
   * @param code the provider's; 0 where there is none
   */
  record Alert(UUID id, Kind kind, int code, int times, Instant firstAt, Instant lastAt) {}
}
