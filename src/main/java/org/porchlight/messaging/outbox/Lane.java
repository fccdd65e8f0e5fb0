package org.porchlight.messaging.outbox;

import java.util.UUID;

/**
 * The texts of one district that are equally urgent.
 *
 * @param due how many are due, counted no farther than asked
 */
public record Lane(int urgency, UUID district, int due) {}
