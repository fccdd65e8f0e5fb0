/** The directory of resources that families may be referred to. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "access", "roster"})
@org.jspecify.annotations.NullMarked
package org.porchlight.referrals;
