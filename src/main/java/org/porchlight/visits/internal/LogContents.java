package org.porchlight.visits.internal;

import java.util.List;
import java.util.Map;
import org.porchlight.roster.Families;
import org.porchlight.roster.SchoolCalendars;
import org.springframework.stereotype.Component;

/** Reads what a log says about its visit. */
@Component
class LogContents {

  private final Pairs pairs;
  private final VisitorStore visitors;
  private final Families families;
  private final SchoolCalendars calendars;

  LogContents(Pairs pairs, VisitorStore visitors, Families families, SchoolCalendars calendars) {
    this.pairs = pairs;
    this.visitors = visitors;
    this.families = families;
    this.calendars = calendars;
  }

  VisitLogs.Content of(Appointment visit, VisitOutcome outcome, Map<String, Object> answers) {
    Pair pair = pairs.findById(visit.pair()).orElseThrow();
    List<Visitor> both =
        pair.visitors().stream().map(id -> visitors.find(id).orElseThrow()).toList();
    String language = families.find(visit.family()).map(FamilyLanguage::of).orElse(null);
    VisitFacts facts =
        VisitFacts.of(answers, visit, pair, calendars.zone(visit.district()), language);
    List<String> exceptions =
        outcome == VisitOutcome.COMPLETED ? Fidelity.exceptions(facts, both, language) : List.of();
    return new VisitLogs.Content(answers, facts, exceptions);
  }
}
