package org.porchlight.visits.internal;

import org.jspecify.annotations.Nullable;
import org.porchlight.roster.Family;
import org.porchlight.roster.Family.Guardian;

/** The language a visit is held in. */
final class FamilyLanguage {

  private FamilyLanguage() {}

  /**
   * BCP 47, of the first contact whose language the roster knows; null where it knows none: never a
   * guess.
   */
  static @Nullable String of(Family family) {
    for (Guardian guardian : family.contacts()) {
      String spoken = guardian.spokenLanguage();
      if (spoken != null) {
        return spoken;
      }
      String written = guardian.writtenLanguage();
      if (written != null) {
        return written;
      }
    }
    return null;
  }
}
