package org.porchlight.tasks.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.identification.TeamProposals;
import org.porchlight.tasks.meeting.Told.Fact;
import org.springframework.stereotype.Component;

/** Families that wait for the school's decision. */
@Component
class WaitingProposals implements PackSource {

  private final TeamProposals proposals;
  private final TeamScope scope;

  WaitingProposals(TeamProposals proposals, TeamScope scope) {
    this.proposals = proposals;
    this.scope = scope;
  }

  @Override
  public ItemKind kind() {
    return ItemKind.PROPOSAL;
  }

  @Override
  public List<UUID> subjects(Team team) {
    return proposals.waiting(team.district()).stream()
        .filter(each -> scope.belongs(team, each.school()))
        .map(TeamProposals.Standing::id)
        .toList();
  }

  @Override
  public Optional<Told> tell(UUID subject, ZoneId zone) {
    return proposals.find(subject).map(each -> told(each, zone));
  }

  private static Told told(TeamProposals.Standing proposal, ZoneId zone) {
    Instant decided = proposal.decidedAt();
    return new Told(
        proposal.family(),
        null,
        proposal.school(),
        proposal.state() != TeamProposals.State.PROPOSED,
        List.of(
            decided == null
                ? Fact.of("proposal.PROPOSED")
                : Fact.of("proposal." + proposal.state(), Days.day(decided, zone))));
  }
}
