package org.porchlight.roster;

import org.porchlight.shared.DistrictId;

/**
 * Event, in the transaction that changed it: students, families, contacts or enrolments of this
 * district may not be as before.
 */
public record RosterChanged(DistrictId district) {}
