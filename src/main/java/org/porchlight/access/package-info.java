/** Users, roles, scopes, the audit of reads and writes, sign-in and the page shell. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package org.porchlight.access;
