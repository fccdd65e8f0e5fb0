package org.porchlight.engine;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.porchlight.shared.UserId;

/** What a person entered in a task's form, kept for ever with the version of the form. */
public record Submission(UUID id, OpenTask task, UserId by, Instant at, Map<String, Object> data) {}
