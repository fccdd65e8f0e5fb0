package org.porchlight.messaging;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.GuardianId;
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
   */
  void recordSpoken(PhoneNumber phone, Told told);

  /**
   * Someone told a person that texts are welcome again. Where the phone itself had texted a stop,
   * the provider may still refuse texts to it until it texts START.
   */
  void recordConsent(PhoneNumber phone, Told told);

  /** Every change of these phones and every repeat, newest first. */
  List<Change> log(Collection<PhoneNumber> phones);

  /** How a family told it. */
  enum How {
    BY_PHONE,
    IN_PERSON,
    IN_WRITING,
    THROUGH_SCHOOL
  }

  /**
   * What a person records.
   *
   * @param by who records it
   * @param how null where it was not said
   * @param saidBy whose words; null where it was not said
   */
  record Told(UserId by, @Nullable How how, @Nullable GuardianId saidBy) {}

  /** Where a change came from. */
  enum Source {
    /** The phone's own text. */
    TEXT,
    /** Told to a person. */
    SPOKEN,
    /** The provider refused a text: it knows of an opt-out. */
    PROVIDER,
    /** A consent told to a person. */
    CONSENT
  }

  /**
   * One line of the log.
   *
   * @param told null where no person recorded it
   */
  record Change(
      PhoneNumber phone, boolean optedOut, Source source, @Nullable Told told, Instant at) {}
}
