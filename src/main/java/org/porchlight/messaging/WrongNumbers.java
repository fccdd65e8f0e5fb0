package org.porchlight.messaging;

import org.porchlight.shared.FamilyId;
import org.porchlight.shared.PhoneNumber;

/**
 * Phones that are not, or no longer, a family's own: no text about that family goes there, however
 * often the roster names the number again. Another family may well have it.
 */
public interface WrongNumbers {

  /** Somebody found out, in the caller's transaction; a repeat does nothing. */
  void report(PhoneNumber phone, FamilyId family);

  /** A person made sure that it is the family's after all. */
  void correct(PhoneNumber phone, FamilyId family);

  boolean reported(PhoneNumber phone, FamilyId family);
}
