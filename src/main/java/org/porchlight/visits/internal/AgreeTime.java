package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.MeetingWishes;
import org.porchlight.engine.InvalidSubmission;
import org.porchlight.engine.OpenTask;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** The form by which visitor or coordinator enters the time that the family wants. */
@Component
class AgreeTime implements TaskHandler {

  private final Cases cases;
  private final Pairs pairs;
  private final TimeProposals proposals;
  private final AgreedTimeCheck check;
  private final MeetingWishes wishes;
  private final SchoolCalendars calendars;
  private final VisitTexts texts;
  private final SafetyStops stops;
  private final Clock clock;

  AgreeTime(
      Cases cases,
      Pairs pairs,
      TimeProposals proposals,
      AgreedTimeCheck check,
      MeetingWishes wishes,
      SchoolCalendars calendars,
      VisitTexts texts,
      SafetyStops stops,
      Clock clock) {
    this.cases = cases;
    this.pairs = pairs;
    this.proposals = proposals;
    this.check = check;
    this.wishes = wishes;
    this.calendars = calendars;
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
    CaseView view = cases.get(new CaseId(task.subject()));
    Map<String, Object> values = new HashMap<>();
    if (wishes.of(view.id()).elsewhere()) {
      values.put("place", "SCHOOL");
    }
    List<LocalDateTime> free = accepted(view.id()).map(proposals::of).orElse(List.of());
    if (!free.isEmpty() && texts.reach(view.id(), Purposes.TIME_OFFER)) {
      values.put("how", "OFFER");
      for (int i = 0; i < free.size(); i++) {
        put(values, free.get(i), which(i));
      }
    } else if (!free.isEmpty()) {
      put(values, free.getFirst(), "");
    }
    return values;
  }

  private static void put(Map<String, Object> values, LocalDateTime time, String which) {
    values.put("date" + which, time.toLocalDate().toString());
    values.put("time" + which, time.toLocalTime().toString());
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
      check.check(
          accepted(view.id()).orElse(null), zone, wanted.get(i), offer ? which(i) : "", errors);
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

  /** The pair that would come, as long as it stands. */
  private Optional<Pair> accepted(CaseId id) {
    return pairs
        .findByCaseIdAndStateIn(id.value(), PairState.CURRENT)
        .filter(pair -> pair.state() == PairState.ACCEPTED);
  }

  private static String which(int number) {
    return List.of("One", "Two", "Three").get(number);
  }
}
