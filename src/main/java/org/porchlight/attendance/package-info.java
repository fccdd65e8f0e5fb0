/** Absences, membership, rates and bands by the rules of a state; the attendance formats. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "access", "roster"})
@org.jspecify.annotations.NullMarked
package org.porchlight.attendance;
