package org.porchlight.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.LineTypes;
import org.porchlight.roster.Family;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;

/**
 * Every number that is known of a family's contacts, and what each is good for now: what a person
 * found out during the case goes before what the roster says.
 */
public interface ContactPhones {

  /**
   * In the order of the contacts, numbers in use first.
   *
   * @param newest the family's newest case, if it ever had one
   */
  List<ContactPhone> of(Family family, @Nullable CaseView newest);

  /**
   * @param number null where it is no valid number
   * @param shown for pages; as given where it is not a valid number
   * @param found a person found it during the case
   * @param optedOut whoever has it wants no more texts
   * @param landline known to take calls only
   * @param corrected who found out that it takes texts, whatever a list says; null: nobody had to
   */
  record ContactPhone(
      GuardianId guardian,
      @Nullable PhoneNumber number,
      String shown,
      Use use,
      boolean found,
      boolean optedOut,
      boolean landline,
      LineTypes.@Nullable Correction corrected) {

    public boolean inUse() {
      return use == Use.TEXTS || use == Use.CALLS;
    }

    /** For a link that calls it. */
    public String dial() {
      return "tel:" + shown.replaceAll("[^0-9+]", "");
    }
  }

  /** What a number is good for. */
  enum Use {
    /** The texts of the case go here. */
    TEXTS,
    CALLS,
    /** A person found another number during the case. */
    REPLACED,
    /** Whoever has it said that it is not the family's: nobody is called or texted there. */
    WRONG,
    /** As the roster gives it, it is no phone number: nobody is called or texted there. */
    INVALID
  }
}
