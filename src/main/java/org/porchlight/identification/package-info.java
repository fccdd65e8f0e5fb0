/** Finds the families to visit: runs, ranking with reasons, proposals, nominations by hand. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "access", "roster", "attendance", "engine"})
@org.jspecify.annotations.NullMarked
package org.porchlight.identification;
