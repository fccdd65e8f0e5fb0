/**
 * Tiny value types that every module knows: opaque identifiers, a phone number, the clock; and the
 * way of the modules' events to Kafka. No behaviour of any module.
 */
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.porchlight.shared;
