package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Wish;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a journey begins, and where it goes on after a pause: never where it was broken off, but at
 * the step that the case's own record calls for.
 */
@Component
public class Phases {

  private final CaseStore cases;
  private final Invitations invitations;
  private final CaseTimes times;
  private final Clock clock;

  Phases(CaseStore cases, Invitations invitations, CaseTimes times, Clock clock) {
    this.cases = cases;
    this.invitations = invitations;
    this.times = times;
    this.clock = clock;
  }

  /** {@code phase}: plan, visit, call, help; {@code familyAgreed}; the instants of a call. */
  @Transactional(readOnly = true)
  public Map<String, Object> find(CaseId id) {
    Case held = cases.read(id);
    CaseView view = held.view();
    ZonedDateTime now = times.inZone(view, clock.instant());
    Map<String, Object> variables = new HashMap<>(times.call(view, now));
    variables.put("phase", phase(held));
    variables.put("familyAgreed", view.familyAgreed());
    return variables;
  }

  private static String phase(Case held) {
    if (held.wish() == Wish.HELP_ONLY) {
      return "help";
    }
    if (held.wish() == Wish.CALLS_ONLY || held.visitsDone() > 0) {
      return "call";
    }
    return held.view().familyAgreed() ? "visit" : "plan";
  }

  /** {@code pausedUntil}; what was being asked is closed, a text is read by a person meanwhile. */
  @Transactional
  public Map<String, Object> beginPause(CaseId id) {
    Case held = cases.hold(id);
    CaseView view = held.view();
    invitations.closeAll(id, clock.instant());
    LocalDate until = held.pausedUntil();
    ZonedDateTime end = times.morningOf(view, until == null ? times.today(view) : until);
    return Map.of("pausedUntil", CaseTimes.text(end));
  }
}
