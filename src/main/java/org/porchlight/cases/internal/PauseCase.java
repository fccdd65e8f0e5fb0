package org.porchlight.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CasePaused;
import org.porchlight.cases.CaseView;
import org.porchlight.shared.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Breaks a journey off until a day; then it goes on where the record says. */
@Component
class PauseCase {

  private final Timeline timeline;
  private final JourneySignals signals;
  private final ApplicationEventPublisher events;

  PauseCase(Timeline timeline, JourneySignals signals, ApplicationEventPublisher events) {
    this.timeline = timeline;
    this.signals = signals;
    this.events = events;
  }

  /**
   * @param held live
   * @param request makes it one act
   * @param by null: the family, by text
   */
  void pause(Case held, LocalDate until, UUID request, @Nullable UserId by, Instant at) {
    CaseView view = held.view();
    held.pause(until);
    timeline.add(view.id(), "pause:" + request, "cases.paused", by, at, Map.of("until", until));
    events.publishEvent(new CasePaused(view.id(), at));
    signals.pauseAsked(view, request);
  }
}
