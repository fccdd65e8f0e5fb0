package org.porchlight.visits.internal;

import java.util.Locale;
import org.porchlight.roster.Family;
import org.porchlight.shared.PhoneNumber;

/** Whether a visitor is of the family: nobody visits their own, or one they are kept away from. */
final class Kinship {

  private Kinship() {}

  /** The visitor has the phone of one of the contacts, restricted ones included. */
  static boolean of(Visitor visitor, Family family) {
    PhoneNumber phone = visitor.phone();
    return phone != null
        && family.guardians().stream()
            .flatMap(guardian -> guardian.phones().stream())
            .anyMatch(given -> phone.equals(given.number()));
  }

  /** The account has the name of one of the contacts, restricted ones included. */
  static boolean namesake(String displayName, Family family) {
    String name = plain(displayName);
    return family.guardians().stream()
        .anyMatch(guardian -> plain(guardian.firstName() + " " + guardian.lastName()).equals(name));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
