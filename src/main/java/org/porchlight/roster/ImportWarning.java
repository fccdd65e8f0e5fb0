package org.porchlight.roster;

import java.util.List;

/**
 * Something to know before an import is applied.
 *
 * @param key of the text in messages/imports.properties
 * @param values numbers and sources in that text: never personal data
 */
public record ImportWarning(String key, List<String> values) {}
