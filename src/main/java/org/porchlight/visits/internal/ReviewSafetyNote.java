package org.porchlight.visits.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.shared.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A second person looks at what was written about a visit that was not safe. */
@Component
class ReviewSafetyNote implements TaskHandler {

  private final SafetyStops stops;
  private final VisitProperties settings;
  private final MessageSource messages;
  private final Clock clock;

  ReviewSafetyNote(
      SafetyStops stops, VisitProperties settings, MessageSource messages, Clock clock) {
    this.stops = stops;
    this.settings = settings;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public String formId() {
    return "review-safety-note";
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    Map<String, Object> values = new HashMap<>();
    values.put("days", settings.safetyNoteDays());
    stops
        .ofCase(new CaseId(task.subject()), clock.instant())
        .ifPresent(stop -> values.put("note", words(stop)));
    return values;
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    boolean wroteIt =
        stops
            .ofCase(new CaseId(submission.task().subject()), clock.instant())
            .filter(stop -> submission.by().equals(stop.writtenBy()))
            .isPresent();
    if (wroteIt) {
      throw FormValues.wrong(
          "decision",
          "You wrote this note: another coordinator or an administrator must review it");
    }
    return Map.of();
  }

  private String words(SafetyStop stop) {
    Stream<String> facts =
        stop.facts().stream()
            .map(
                code ->
                    messages.getMessage(
                        "visits.fact." + code, null, LocaleContextHolder.getLocale()));
    return Stream.concat(facts, Stream.ofNullable(stop.words())).collect(Collectors.joining("\n"));
  }
}
