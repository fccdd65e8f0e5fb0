package org.porchlight.cases.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.OtherVisitorsWanted;
import org.porchlight.cases.Wish;
import org.porchlight.shared.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What a family may wish instead of visits at home by these two; with the same effect, however it
 * says so. Each returns the gateway variables that follow.
 */
@Component
class FamilyWishes {

  private final Cases lifecycle;
  private final StoredMeetingWishes meeting;
  private final ApplicationEventPublisher events;
  private final CaseTimes times;

  FamilyWishes(
      Cases lifecycle,
      StoredMeetingWishes meeting,
      ApplicationEventPublisher events,
      CaseTimes times) {
    this.lifecycle = lifecycle;
    this.meeting = meeting;
    this.events = events;
    this.times = times;
  }

  /** The first call is due at once: the family has just said that it would like one. */
  Map<String, Object> callsOnly(Case held) {
    held.wishes(Wish.CALLS_ONLY);
    CaseView view = held.view();
    Map<String, Object> variables = new HashMap<>(times.call(view, times.waitFor(view, 1)));
    variables.put("answer", "callsOnly");
    return variables;
  }

  Map<String, Object> helpOnly(Case held) {
    held.wishes(Wish.HELP_ONLY);
    return Map.of("answer", "helpOnly");
  }

  Map<String, Object> somebodyElse(Case held, Instant at) {
    events.publishEvent(new OtherVisitorsWanted(held.view().id(), at));
    return Map.of("answer", "somebodyElse");
  }

  Map<String, Object> visit(
      Case held, boolean elsewhere, String how, @Nullable UserId by, Instant at) {
    meeting.elsewhere(held.view().id(), elsewhere);
    lifecycle.familyAgreed(held.view().id(), how, by, at);
    return Map.of("answer", "yes");
  }
}
