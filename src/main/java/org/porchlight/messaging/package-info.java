/**
 * Texts: intents, attempts, deliveries; templates and translations; opt-outs, send windows, Twilio,
 * inbound answers.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "access", "roster", "engine"})
@org.jspecify.annotations.NullMarked
package org.porchlight.messaging;
