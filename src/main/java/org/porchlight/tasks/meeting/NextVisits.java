package org.porchlight.tasks.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.tasks.MeetingCycle.Every;
import org.porchlight.tasks.meeting.Told.Fact;
import org.porchlight.visits.ComingVisits;
import org.springframework.stereotype.Component;

/** Visits until the meeting after the next, and those whose log is missing. */
@Component
class NextVisits implements PackSource {

  private static final Duration WEEKLY = Duration.ofDays(8);
  private static final Duration MONTHLY = Duration.ofDays(36);

  private final ComingVisits visits;
  private final TeamScope scope;
  private final Cases cases;
  private final Clock clock;

  NextVisits(ComingVisits visits, TeamScope scope, Cases cases, Clock clock) {
    this.cases = cases;
    this.visits = visits;
    this.scope = scope;
    this.clock = clock;
  }

  @Override
  public ItemKind kind() {
    return ItemKind.VISIT;
  }

  @Override
  public List<UUID> subjects(Team team) {
    Instant before = clock.instant().plus(team.cycle().every() == Every.WEEKLY ? WEEKLY : MONTHLY);
    return visits.of(scope.cases(team).stream().map(CaseView::id).toList(), before).stream()
        .map(ComingVisits.Coming::visit)
        .toList();
  }

  @Override
  public Optional<Told> tell(UUID subject, ZoneId zone) {
    return visits.find(subject).map(visit -> told(visit, cases.get(visit.caseId()), zone));
  }

  private Told told(ComingVisits.Coming visit, CaseView view, ZoneId zone) {
    boolean over = visit.endsAt().isBefore(clock.instant());
    String key = visit.open() ? (over ? "visit.noLog" : "visit.coming") : "visit.done";
    return new Told(
        view.family(),
        view.id(),
        view.school(),
        !visit.open(),
        List.of(Fact.of(key, Days.moment(visit.startsAt(), zone))));
  }
}
