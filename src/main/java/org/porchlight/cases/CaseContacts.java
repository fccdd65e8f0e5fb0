package org.porchlight.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;

/**
 * How a case's family is reached: the planned guardian first, and what a person found out during
 * the case before what the roster says.
 */
public interface CaseContacts {

  /** Empty where nobody has both a textable phone and a known written language: then a call. */
  Optional<TextContact> textTo(CaseId id);

  /**
   * Every guardian who may be contacted and whose written language is known, with each of their
   * numbers for texts: the first is {@link #textTo}'s. Whether its owner wants no more texts is not
   * looked at here.
   */
  List<TextContact> textable(CaseId id);

  /** Whether any guardian who may be contacted has a number that can be dialled. */
  boolean reachable(CaseId id);

  /** The family would rather be called than texted about how it goes. */
  boolean wantsCalls(CaseId id);

  /** What people found out during the case, newest first. */
  List<RepairedPhone> foundPhones(CaseId id);

  /** Where the family lives now, if a person found that out during the case. */
  Optional<String> repairedAddress(CaseId id);

  /**
   * @param language BCP 47, of texts
   */
  record TextContact(GuardianId guardian, PhoneNumber phone, String language) {}

  /** A phone that a person found; whose, if they said so. */
  record RepairedPhone(@Nullable GuardianId guardian, PhoneNumber phone, boolean textable) {}
}
