package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Wish;
import org.porchlight.identification.ProgramSettings;
import org.porchlight.identification.Programs;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The repeat of calls and visits: gathers what the decision {@code visit-cadence} asks for, and
 * turns what it says into dates.
 */
@Component
public class Cadence {

  private final CaseStore cases;
  private final Programs programs;
  private final Recovery recovery;
  private final ContactPace pace;
  private final CaseTimes times;
  private final Clock clock;

  Cadence(
      CaseStore cases,
      Programs programs,
      Recovery recovery,
      ContactPace pace,
      CaseTimes times,
      Clock clock) {
    this.cases = cases;
    this.programs = programs;
    this.recovery = recovery;
    this.pace = pace;
    this.times = times;
    this.clock = clock;
  }

  /** The decision's inputs; the last contact is the call that has just ended. */
  @Transactional(readOnly = true)
  public Map<String, Object> inputs(CaseId id, @Nullable String followUpOutcome) {
    Case held = cases.read(id);
    CaseView view = held.view();
    ProgramSettings program = programs.current(view.district());
    LocalDate lastVisit = held.lastVisitOn();
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("wantsMore", wantsMore(held.wish()));
    inputs.put("callsOnly", held.wish() == Wish.CALLS_ONLY);
    inputs.put("reached", !"notReached".equals(followUpOutcome));
    inputs.put("recovered", recovery.recovered(view));
    inputs.put("visitsDone", held.visitsDone());
    inputs.put("lastContact", "call");
    inputs.put(
        "daysSinceVisit",
        lastVisit == null ? 0 : ChronoUnit.DAYS.between(lastVisit, times.today(view)));
    inputs.put("visitToCallSchoolDays", program.cadence().visitToCallSchoolDays());
    inputs.put("callToCallDays", program.cadence().callToCallDays());
    inputs.put("visitToVisitDays", program.cadence().visitToVisitDays());
    return inputs;
  }

  /**
   * {@code nextStep} as decided, and the instants that follow from it.
   *
   * @param dueInDays calendar days from today; a day without school gives way to the next one
   */
  @Transactional(readOnly = true)
  public Map<String, Object> next(CaseId id, String nextStep, int dueInDays) {
    CaseView view = cases.read(id).view();
    ZonedDateTime morning = times.morningOf(view, times.today(view).plusDays(dueInDays));
    ZonedDateTime now = times.inZone(view, clock.instant());
    ZonedDateTime next = morning.isBefore(now) ? now : morning;
    Map<String, Object> variables = new HashMap<>(times.call(view, pace.notBeforeRoom(view, next)));
    variables.put("nextStep", nextStep);
    variables.put("nextContactAt", CaseTimes.text(next));
    variables.put("familyAgreed", view.familyAgreed());
    return variables;
  }

  private static String wantsMore(@Nullable Wish wish) {
    return switch (wish) {
      case VISITS, CALLS_ONLY -> "yes";
      case HELP_ONLY, NO_MORE -> "no";
      case null -> "notAsked";
    };
  }
}
