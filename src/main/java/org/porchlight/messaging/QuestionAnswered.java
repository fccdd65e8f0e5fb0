package org.porchlight.messaging;

import java.time.Instant;
import java.util.UUID;
import org.porchlight.shared.CaseId;

/**
 * Event, in the transaction that understood the inbound text: an open question was answered, and is
 * closed. Only the first answer counts.
 */
public record QuestionAnswered(
    UUID question,
    Question.Kind kind,
    CaseId caseId,
    Recipient recipient,
    Answer answer,
    UUID inbound,
    Instant at) {}
