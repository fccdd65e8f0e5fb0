package org.porchlight.messaging;

import java.time.Instant;
import java.util.Optional;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;

/** What kind of line a number is, as far as the provider was asked, or a person found out. */
public interface LineTypes {

  /** Known to take calls only. False where nobody asked, or the provider does not know. */
  boolean landline(PhoneNumber phone);

  /**
   * Texts arrive there after all: a mobile that was taken for a landline, or a number that moved.
   * From now on it is no landline, and the provider is not asked about it; in the caller's
   * transaction.
   */
  void correct(PhoneNumber phone, UserId by);

  /** The newest correction, which goes before what any list says. */
  Optional<Correction> correction(PhoneNumber phone);

  /**
   * @param by who recorded it
   */
  record Correction(UserId by, Instant at) {}
}
