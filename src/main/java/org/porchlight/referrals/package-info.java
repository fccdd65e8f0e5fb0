/**
 * The directory of resources that families may be referred to; each referral to one of them, what
 * the partner says to it, and what was shared with whom; how each barrier is seen to its end.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "access",
      "roster",
      "identification",
      "cases",
      "messaging",
      "engine"
    })
@org.jspecify.annotations.NullMarked
package org.porchlight.referrals;
