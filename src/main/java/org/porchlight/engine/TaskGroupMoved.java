package org.porchlight.engine;

import java.util.UUID;

/**
 * What belonged to one group of a subject belongs to another: whoever had taken something on as a
 * member of the first has it no more. Published in the transaction of the move.
 */
public record TaskGroupMoved(UUID subject, String from, String to) {}
