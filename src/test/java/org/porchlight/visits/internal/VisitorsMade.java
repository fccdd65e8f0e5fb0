package org.porchlight.visits.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.porchlight.access.Actor;
import org.porchlight.access.Duty;
import org.porchlight.access.Role;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.porchlight.visits.LanguageLevel;
import org.porchlight.visits.VisitorKind;
import org.porchlight.visits.VisitorRole;
import org.porchlight.visits.Visitors;
import org.porchlight.visits.internal.PairRules.Member;

/** Invented visitors for tests of rules. */
final class VisitorsMade {

  static final LocalDate TRAINED = LocalDate.of(2026, 1, 15);
  private static final DistrictId DISTRICT = DistrictId.random();

  private VisitorsMade() {}

  static Visitor visitor(VisitorKind kind, Map<String, LanguageLevel> languages) {
    return visitor(kind, languages, Availability.NOTHING_SAID);
  }

  static Visitor free(Availability availability) {
    return visitor(VisitorKind.SCHOOL, Map.of(), availability);
  }

  private static Visitor visitor(
      VisitorKind kind, Map<String, LanguageLevel> languages, Availability availability) {
    return new Visitor(
        UserId.random(),
        DISTRICT,
        "Test",
        VisitorRole.TEACHER,
        kind,
        null,
        "en",
        languages,
        Map.of(Visitors.LEAP_101, TRAINED),
        5,
        true,
        availability);
  }

  static Visitor speaking(String language, LanguageLevel level) {
    return visitor(VisitorKind.SCHOOL, Map.of(language, level));
  }

  static Member member(Visitor visitor, Duty... duties) {
    return new Member(
        visitor,
        new Actor(
            visitor.user(),
            "test",
            "Test",
            DISTRICT,
            false,
            Set.of(),
            Set.of(Role.VISITOR),
            Set.of(duties)));
  }
}
