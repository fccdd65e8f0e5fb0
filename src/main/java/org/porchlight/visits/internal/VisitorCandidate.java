package org.porchlight.visits.internal;

import org.jspecify.annotations.Nullable;
import org.porchlight.visits.LanguageLevel;

/**
 * A visitor beside a family.
 *
 * @param level in the family's language, null where not spoken or not known
 * @param families how many they visit or were asked to visit now
 * @param sameSchool works at a school of the family's students
 * @param earlierVisits visits to this family that they took part in
 */
record VisitorCandidate(
    Visitor visitor,
    @Nullable LanguageLevel level,
    int families,
    boolean sameSchool,
    int earlierVisits) {}
