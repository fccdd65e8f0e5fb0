package org.porchlight.tasks.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.OpenBarriers;
import org.porchlight.tasks.meeting.Told.Fact;
import org.springframework.stereotype.Component;

/** Barriers that came up to a team; those that came up to the district are its own team's too. */
@Component
class EscalatedBarriers implements PackSource {

  private static final int TO_DISTRICT = 2;

  private final Barriers barriers;
  private final OpenBarriers open;
  private final Cases cases;
  private final TeamScope scope;
  private final Clock clock;

  EscalatedBarriers(
      Barriers barriers, OpenBarriers open, Cases cases, TeamScope scope, Clock clock) {
    this.barriers = barriers;
    this.open = open;
    this.cases = cases;
    this.scope = scope;
    this.clock = clock;
  }

  @Override
  public ItemKind kind() {
    return ItemKind.ESCALATION;
  }

  @Override
  public List<UUID> subjects(Team team) {
    List<UUID> own = escalated(scope.cases(team), 1);
    if (team.school() != null) {
      return own;
    }
    List<UUID> all = new ArrayList<>(escalated(scope.district(team), TO_DISTRICT));
    own.stream().filter(each -> !all.contains(each)).forEach(all::add);
    return all;
  }

  private List<UUID> escalated(List<CaseView> of, int level) {
    return open.of(of.stream().map(CaseView::id).toList()).stream()
        .filter(barrier -> barrier.level() >= level)
        .map(Barrier::id)
        .toList();
  }

  @Override
  public Optional<Told> tell(UUID subject, ZoneId zone) {
    return barriers.find(subject).map(each -> told(each, cases.get(each.caseId()), zone));
  }

  private Told told(Barrier barrier, CaseView view, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    // What was told in confidence is on the family's page, behind the gate.
    facts.add(
        barrier.code().restricted()
            ? Fact.of("barrier.confidential")
            : new Fact(barrier.code().messageKey(), false, List.of()));
    facts.add(Fact.of("barrier.told", Days.day(barrier.toldAt(), zone)));
    Instant ended = barrier.endedAt();
    if (ended == null) {
      facts.add(
          Fact.of(
              barrier.due().isBefore(clock.instant()) ? "barrier.late" : "barrier.due",
              Math.min(barrier.level(), TO_DISTRICT),
              Days.day(barrier.due(), zone)));
    } else {
      facts.add(Fact.of("barrier.ended", Days.day(ended, zone)));
    }
    return new Told(view.family(), view.id(), view.school(), !barrier.open(), facts);
  }
}
