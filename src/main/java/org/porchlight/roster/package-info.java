/**
 * Districts, schools, calendars, students, families, guardians, phones, languages; the frame of
 * every import.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "access"})
@org.jspecify.annotations.NullMarked
package org.porchlight.roster;
