package org.porchlight.tasks.meeting;

import java.util.UUID;

/**
 * One thing to talk about.
 *
 * @param late it came after the pack was prepared
 */
public record PackItem(ItemKind kind, UUID subject, boolean late) {}
