package org.porchlight.tasks.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.identification.TeamProposals;
import org.porchlight.tasks.meeting.Told.Fact;
import org.springframework.stereotype.Component;

/** Families that were nominated since the team last met: their cases are open already. */
@Component
class NewNominations implements PackSource {

  private final TeamProposals proposals;
  private final TeamScope scope;
  private final MeetingStore meetings;

  NewNominations(TeamProposals proposals, TeamScope scope, MeetingStore meetings) {
    this.proposals = proposals;
    this.scope = scope;
    this.meetings = meetings;
  }

  @Override
  public ItemKind kind() {
    return ItemKind.NOMINATION;
  }

  @Override
  public List<UUID> subjects(Team team) {
    return proposals
        .nominatedSince(team.district(), meetings.lastHeld(team.id()).orElse(team.setUpAt()))
        .stream()
        .filter(each -> scope.belongs(team, each.school()))
        .map(TeamProposals.Standing::id)
        .toList();
  }

  @Override
  public Optional<Told> tell(UUID subject, ZoneId zone) {
    return proposals.find(subject).map(each -> told(each, zone));
  }

  private static Told told(TeamProposals.Standing nominated, ZoneId zone) {
    Instant at = nominated.decidedAt();
    return new Told(
        nominated.family(),
        null,
        nominated.school(),
        false,
        at == null ? List.of() : List.of(Fact.of("nominated", Days.day(at, zone))));
  }
}
