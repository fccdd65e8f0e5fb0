package org.porchlight.visits.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.MeetingWishes.Times;
import org.porchlight.visits.LanguageLevel;

/**
 * A visitor beside a family.
 *
 * @param level in the family's language, null where not spoken or not known
 * @param families how many others they visit or were asked to visit now
 * @param sameSchool works at a school of the family's students
 * @param earlierVisits visits to this family that they took part in
 * @param goesThere null where they did not say where they go
 * @param namesake of a contact of the family: perhaps it is their own
 * @param wished times that the family prefers
 */
record VisitorCandidate(
    Visitor visitor,
    @Nullable LanguageLevel level,
    int families,
    boolean sameSchool,
    int earlierVisits,
    @Nullable Boolean goesThere,
    boolean namesake,
    Set<Times> wished) {}
