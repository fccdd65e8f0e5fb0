package org.porchlight.roster.imports;

/** What an import finds of one kind. {@code read} = created + changed + unchanged + quarantined. */
public record Counts(
    long read, long created, long changed, long unchanged, long removed, long quarantined) {}
