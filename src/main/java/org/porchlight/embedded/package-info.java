/**
 * The parts on one machine: PostgreSQL, Kafka, the Camunda broker, the carrier simulator, the demo
 * district. Nothing depends on it.
 */
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
      "tasks",
      "referrals"
    })
@org.jspecify.annotations.NullMarked
package org.porchlight.embedded;
