package org.porchlight.roster.imports;

import org.jspecify.annotations.Nullable;

/**
 * A row that was set aside or flagged: where and why.
 *
 * @param file its name as uploaded
 * @param row line of a CSV file, record of an XML file
 * @param value only on the quarantine page; null elsewhere
 */
public record RowError(
    String file, long row, String kind, String field, String rule, @Nullable String value) {}
