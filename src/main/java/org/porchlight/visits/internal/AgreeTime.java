package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.roster.Families;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.PairRules.Member;
import org.springframework.stereotype.Component;

/** The form by which visitor or coordinator enters the time that the family wants. */
@Component
class AgreeTime implements TaskHandler {

  private final Cases cases;
  private final Pairs pairs;
  private final Appointments appointments;
  private final Crew crew;
  private final Families families;
  private final SchoolCalendars calendars;
  private final VisitProperties settings;
  private final VisitTexts texts;
  private final SafetyStops stops;
  private final Clock clock;

  AgreeTime(
      Cases cases,
      Pairs pairs,
      Appointments appointments,
      Crew crew,
      Families families,
      SchoolCalendars calendars,
      VisitProperties settings,
      VisitTexts texts,
      SafetyStops stops,
      Clock clock) {
    this.cases = cases;
    this.pairs = pairs;
    this.appointments = appointments;
    this.crew = crew;
    this.families = families;
    this.calendars = calendars;
    this.settings = settings;
    this.texts = texts;
    this.stops = stops;
    this.clock = clock;
  }

  @Override
  public String formId() {
    return "agree-time";
  }

  @Override
  public Map<String, Object> prefill(OpenTask task) {
    return Map.of();
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    CaseView view = cases.get(new CaseId(submission.task().subject()));
    ZoneId zone = calendars.zone(view.district());
    boolean offer = AgreedTime.isOffer(submission.data());
    List<AgreedTime> wanted =
        offer
            ? AgreedTime.offered(submission.data(), zone)
            : List.of(AgreedTime.of(submission.data(), zone));
    Map<String, String> errors = new LinkedHashMap<>();
    if (offer && !texts.reach(view.id(), Purposes.TIME_OFFER)) {
      errors.put("how", "This family cannot be texted: call, and enter the time agreed on");
    }
    for (int i = 0; i < wanted.size(); i++) {
      check(view, zone, wanted.get(i), offer ? List.of("One", "Two", "Three").get(i) : "", errors);
    }
    AgreedTime place = wanted.getFirst();
    if (stops.stopped(view.family(), place.place(), place.placeNote(), clock.instant())) {
      errors.put("place", "No visit is planned at this place for now: choose another place");
    }
    if (!errors.isEmpty()) {
      throw new InvalidSubmission(errors);
    }
    AgreedTime first = wanted.getFirst();
    Map<String, Object> facts = new HashMap<>();
    facts.put("when", first.startsAt().toString());
    facts.put("place", first.place());
    if (first.placeNote() != null) {
      facts.put("placeNote", first.placeNote());
    }
    cases.note(
        view.id(),
        "visits.time:" + submission.id(),
        offer ? "visits.timesOffered" : "visits.timeAgreed",
        submission.by(),
        submission.at(),
        facts);
    return Map.of("timesOffered", offer);
  }

  /**
   * @param which of the offered times, part of the field's key
   */
  private void check(
      CaseView view, ZoneId zone, AgreedTime agreed, String which, Map<String, String> errors) {
    new VisitTimes(settings, zone)
        .problem(agreed.startsAt(), agreed.length(), clock.instant())
        .ifPresent(problem -> errors.put("time" + which, problem));
    Pair pair =
        pairs
            .findByCaseIdAndStateIn(view.id().value(), PairState.CURRENT)
            .filter(current -> current.state() == PairState.ACCEPTED)
            .orElse(null);
    if (pair == null) {
      errors.put("date" + which, "No two visitors have accepted: plan the contact again first");
    } else {
      pairProblem(pair, agreed.startsAt().atZone(zone).toLocalDate())
          .or(() -> clash(pair, agreed))
          .ifPresent(problem -> errors.putIfAbsent("date" + which, problem));
    }
  }

  /** The rules of a pair hold on the visit's day, not only on the day it was chosen. */
  private Optional<String> pairProblem(Pair pair, LocalDate day) {
    Member first = crew.member(pair.first(), pair.district()).orElse(null);
    Member second = crew.member(pair.second(), pair.district()).orElse(null);
    if (first == null || second == null) {
      return Optional.of("One of the visitors is gone: ask the coordinator for another pair");
    }
    String language = families.find(pair.family()).map(FamilyLanguage::of).orElse(null);
    return PairRules.problems(first, second, day, language, pair.interpreterLanguage())
        .values()
        .stream()
        .findFirst();
  }

  private Optional<String> clash(Pair pair, AgreedTime agreed) {
    for (UserId visitor : pair.visitors()) {
      boolean busy =
          appointments.ofVisitor(visitor.value(), Appointment.State.PLANNED).stream()
              .filter(other -> !other.caseId().equals(pair.caseId()))
              .anyMatch(
                  other ->
                      other.startsAt().isBefore(agreed.startsAt().plus(agreed.length()))
                          && agreed.startsAt().isBefore(other.endsAt()));
      if (busy) {
        return Optional.of("One of the visitors visits another family then: choose another time");
      }
    }
    return Optional.empty();
  }
}
