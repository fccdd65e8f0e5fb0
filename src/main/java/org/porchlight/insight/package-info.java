/** What the program's records say about many families at once: never about one. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "access", "roster", "cases", "referrals"})
@org.jspecify.annotations.NullMarked
package org.porchlight.insight;
