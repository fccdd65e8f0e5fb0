package org.porchlight.identification;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What one run found.
 *
 * @param asOf the last day whose attendance counted
 * @param chronicStudents students who miss as much as the program offers visits from, and entrants
 *     without history
 * @param families the families they belong to
 * @param proposed families proposed by this run
 * @param refreshed families that were proposed already: their figures are now those of this run
 * @param lapsed open proposals withdrawn because nobody in the family misses as much any more
 * @param served left out: they need no proposal now, mostly because a case is open
 * @param onHold left out: a person postponed or refused them, and that still holds
 * @param waiting left for later: the week's capacity is used up
 * @param paused left as they are: their school's attendance is too old
 * @param settingsVersion of the program
 * @param summer whether it ran between school years, by last year's rates
 */
public record RunReport(
    UUID id,
    LocalDate asOf,
    int chronicStudents,
    int families,
    int proposed,
    int refreshed,
    int lapsed,
    int served,
    int onHold,
    int waiting,
    int paused,
    int settingsVersion,
    boolean summer) {}
