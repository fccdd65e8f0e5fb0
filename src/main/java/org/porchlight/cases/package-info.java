/** The life of a case: first contact, the family's answer, timeline, closing. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "roster",
      "attendance",
      "identification",
      "messaging",
      "engine"
    })
@org.jspecify.annotations.NullMarked
package org.porchlight.cases;
