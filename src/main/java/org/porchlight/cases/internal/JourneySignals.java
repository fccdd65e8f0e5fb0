package org.porchlight.cases.internal;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Outcome;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.springframework.stereotype.Component;

/** What this module tells a case's process instance. */
@Component
class JourneySignals {

  /**
   * Waiting for a start, or for an instance that is busy elsewhere, outlives any outage we plan
   * for.
   */
  private static final Duration LIFE = Duration.ofDays(7);

  private final ProcessEngine engine;

  JourneySignals(ProcessEngine engine) {
    this.engine = engine;
  }

  void start(CaseView about) {
    send(
        about,
        FamilyCase.CASE_OPENED,
        runKey(about),
        runKey(about),
        Map.of("caseId", about.id().toString(), "run", about.run()));
  }

  void journeyEnded(CaseView about, Outcome outcome) {
    send(
        about,
        FamilyCase.JOURNEY_ENDED,
        runKey(about),
        FamilyCase.JOURNEY_ENDED + ":" + runKey(about),
        Map.of("outcome", outcome.name().toLowerCase(Locale.ROOT)));
  }

  /** Each pause is an act of its own. */
  void pauseAsked(CaseView about, UUID request) {
    send(
        about,
        FamilyCase.PAUSE_ASKED,
        runKey(about),
        FamilyCase.PAUSE_ASKED + ":" + request,
        Map.of());
  }

  void familyAnswered(CaseView about, UUID question, String answer) {
    familyAnswered(about, question, Map.of("answer", answer));
  }

  /**
   * One answer per question, for ever.
   *
   * @param variables {@code answer}, and what the way that it leads to needs
   */
  void familyAnswered(CaseView about, UUID question, Map<String, Object> variables) {
    send(
        about,
        FamilyCase.FAMILY_ANSWERED,
        question.toString(),
        FamilyCase.FAMILY_ANSWERED + ":" + question,
        variables);
  }

  void callRequested(CaseView about, String requestKey, ZonedDateTime due) {
    send(
        about,
        FamilyCase.CALL_REQUESTED,
        runKey(about),
        FamilyCase.CALL_REQUESTED + ":" + requestKey,
        Map.of("callBackDueAt", CaseTimes.text(due)));
  }

  void changeNoticed(CaseView about, UUID notice, ZonedDateTime due, List<String> groups) {
    send(
        about,
        FamilyCase.CHANGE_NOTICED,
        runKey(about),
        FamilyCase.CHANGE_NOTICED + ":" + notice,
        Map.of("changeDueAt", CaseTimes.text(due), "changeGroups", groups));
  }

  private void send(
      CaseView about, String name, String key, String messageId, Map<String, Object> variables) {
    engine.publish(new ProcessMessage(name, key, messageId, LIFE, about.id().value(), variables));
  }

  /** Nothing said to one run may reach the next. */
  private static String runKey(CaseView about) {
    return about.id() + ":" + about.run();
  }
}
