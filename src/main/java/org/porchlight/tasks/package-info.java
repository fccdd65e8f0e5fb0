/** The work queue over the engine's user tasks: claim, open, complete with the Camunda form. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "roster",
      "attendance",
      "identification",
      "messaging",
      "engine",
      "cases",
      "visits",
      "referrals"
    })
@org.jspecify.annotations.NullMarked
package org.porchlight.tasks;
