package org.porchlight.messaging.gate;

/**
 * What the gate has to know about a text at the moment of sending, read while its phone is held.
 *
 * @param wrongNumber reported as not this family's
 * @param calling an earlier text to the phone is with the provider, unanswered so far
 * @param unread a text from the phone is not understood yet: it might say stop
 * @param fresh the phone wrote to us a moment ago
 * @param today texts to the phone since its district's day began
 * @param toldHowToStop lately
 * @param calledOff with its batch
 * @param withdrawn its case's texts were taken back while it was in the sender's hands
 * @param wanted its reason still stands
 * @param barred who would get it is no contact of the family any more, or restricted
 * @param room whether the family's contact budget has room; true where the text needs none
 */
public record Facts(
    boolean optedOut,
    boolean wrongNumber,
    boolean calling,
    boolean unread,
    boolean fresh,
    int today,
    boolean toldHowToStop,
    boolean calledOff,
    boolean withdrawn,
    boolean wanted,
    boolean barred,
    boolean room) {}
