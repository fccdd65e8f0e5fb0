package org.porchlight.messaging;

import java.util.UUID;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.UserId;

/** Who a text is for. */
public sealed interface Recipient {

  /** A guardian of a family: gate, window, opt-out line and language apply in full. */
  record OfFamily(FamilyId family, GuardianId guardian) implements Recipient {}

  /** A visitor or other member of staff. */
  record OfStaff(UserId user) implements Recipient {}

  /**
   * Whoever answers the phone of a partner agency: gate, window and opt-out line apply in full.
   *
   * @param resource of the directory
   */
  record OfPartner(UUID resource) implements Recipient {}
}
