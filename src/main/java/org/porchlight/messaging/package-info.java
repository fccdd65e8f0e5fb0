/**
 * Texts: intents, attempts, deliveries; templates and translations; opt-outs, send windows, Twilio,
 * inbound answers. Other modules see this package alone. Below it, each knows only those named
 * after it:
 *
 * <ul>
 *   <li>{@code settings}, {@code text} (templates, languages, segments), {@code translation}
 *       (states, XLIFF), {@code paper} (PDF), {@code twilio} (the provider): the ground
 *   <li>{@code outbox}: a text that should go out, as its row stands
 *   <li>{@code number}: opt-outs, landlines, wrong numbers
 *   <li>{@code gate}: whether it may leave, and when; outbox
 *   <li>{@code watch}: alerts, meters, events for other systems; outbox
 *   <li>{@code pace}: how fast, what first, batches; outbox, watch
 *   <li>{@code request}: asking for texts and reading them again; outbox, gate, pace
 *   <li>{@code send}: from the row to the provider and what it answers; all of these but request
 *   <li>{@code settle}: callbacks and lost answers; outbox, send
 *   <li>{@code inbound}: what families write; outbox, number, request, settle
 *   <li>{@code web}: pages
 * </ul>
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "access", "roster", "engine"})
@org.jspecify.annotations.NullMarked
package org.porchlight.messaging;
