/** Visitors, training, pairs, appointments, visit logs, reminders. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "roster",
      "attendance",
      "identification",
      "messaging",
      "engine",
      "cases"
    })
@org.jspecify.annotations.NullMarked
package org.porchlight.visits;
