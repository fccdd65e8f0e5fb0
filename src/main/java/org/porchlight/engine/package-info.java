/**
 * The only door to Camunda: deploys the bundle, sends commands from an outbox, runs workers, reads
 * the record feed into tables, validates forms.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
@org.jspecify.annotations.NullMarked
package org.porchlight.engine;
