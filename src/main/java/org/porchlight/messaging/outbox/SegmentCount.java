package org.porchlight.messaging.outbox;

/** How many segments the carriers count for a text. */
@FunctionalInterface
interface SegmentCount {

  int of(String body);
}
