package org.porchlight.tasks.meeting;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.tasks.meeting.Told.Fact;
import org.springframework.stereotype.Component;

/** What earlier meetings decided: what is open, and how that of the last one went. */
@Component
class EarlierDecisions implements PackSource {

  private final DecisionStore decisions;
  private final TeamStore teams;
  private final DecisionOwners owners;

  EarlierDecisions(DecisionStore decisions, TeamStore teams, DecisionOwners owners) {
    this.decisions = decisions;
    this.teams = teams;
    this.owners = owners;
  }

  @Override
  public ItemKind kind() {
    return ItemKind.DECISION;
  }

  @Override
  public List<UUID> subjects(Team team) {
    return decisions.ofEarlierMeetings(team.id()).stream().map(Decision::id).toList();
  }

  @Override
  public Optional<Told> tell(UUID subject, ZoneId zone) {
    return decisions.find(subject).map(this::told);
  }

  private Told told(Decision decision) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.words("decided", decision.words()));
    facts.add(
        Fact.of("decision." + decision.state(), owners.name(decision), Days.day(decision.due())));
    String settled = decision.settledWords();
    if (settled != null) {
      facts.add(Fact.words("decision.went", settled));
    }
    return new Told(
        decision.family(),
        decision.caseId(),
        teams.find(decision.team()).map(Team::school).orElse(null),
        decision.state() != Decision.State.OPEN,
        facts);
  }
}
