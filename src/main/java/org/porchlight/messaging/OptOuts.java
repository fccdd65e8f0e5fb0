package org.porchlight.messaging;

import org.jspecify.annotations.Nullable;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;

/**
 * The gate of consent, per phone and for all senders. Only START or UNSTOP by text, or a consent
 * that a person records, lifts an opt-out; a YES never does (47 CFR 64.1200(a)(10)-(12)).
 */
public interface OptOuts {

  boolean optedOut(PhoneNumber phone);

  /**
   * Someone said by voice, letter or at the door that the texts should stop: at once, in the
   * caller's transaction. Publishes {@link OptedOut}; a repeat only adds to the log.
   *
   * @param by who recorded it
   */
  void recordSpoken(PhoneNumber phone, UserId by);

  /** Someone told a person that texts are welcome again. */
  void recordConsent(PhoneNumber phone, @Nullable UserId by);
}
