package org.porchlight.engine;

/**
 * A job to do.
 *
 * @param elementInstanceKey the same for every delivery of this activation, another for the next
 *     round through a loop
 */
public record Job<V extends Record>(
    V variables, String elementId, long elementInstanceKey, long processInstanceKey) {}
