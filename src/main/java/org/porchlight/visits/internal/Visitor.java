package org.porchlight.visits.internal;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;

/**
 * A visitor as the rules need them.
 *
 * @param trainings course to the day it was completed
 */
record Visitor(
    UserId user,
    DistrictId district,
    String firstName,
    VisitorRole role,
    VisitorKind kind,
    @Nullable PhoneNumber phone,
    String textLanguage,
    Map<String, LanguageLevel> languages,
    Map<String, LocalDate> trainings,
    int caseloadLimit,
    boolean active,
    Availability availability) {

  /** The training is on record before the day, or on it (I7). */
  boolean trainedOn(LocalDate day) {
    LocalDate completed = trainings.get(org.porchlight.visits.Visitors.LEAP_101);
    return completed != null && !completed.isAfter(day);
  }

  /** Best level in a language; a region makes no difference: {@code es-PR} is {@code es}. */
  @Nullable LanguageLevel speaks(String language) {
    LanguageLevel best = null;
    for (Map.Entry<String, LanguageLevel> known : languages.entrySet()) {
      boolean same = primary(known.getKey()).equals(primary(language));
      if (same && (best == null || known.getValue().compareTo(best) < 0)) {
        best = known.getValue();
      }
    }
    return best;
  }

  boolean fluentIn(String language) {
    LanguageLevel level = speaks(language);
    return level != null && level.fluent();
  }

  static String primary(String language) {
    return Locale.forLanguageTag(language).getLanguage();
  }
}
