package org.porchlight.tasks.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What teams decide that somebody should do, until somebody says how it went. */
@Service
@Transactional
public class Decisions {

  private static final int MOST_WORDS = 500;

  private final DecisionStore decisions;
  private final TeamStore teams;
  private final DecisionOwners owners;
  private final Reach reach;
  private final Pack pack;
  private final Cases cases;
  private final SchoolCalendars calendars;
  private final Clock clock;

  Decisions(
      DecisionStore decisions,
      TeamStore teams,
      DecisionOwners owners,
      Reach reach,
      Pack pack,
      Cases cases,
      SchoolCalendars calendars,
      Clock clock) {
    this.decisions = decisions;
    this.teams = teams;
    this.owners = owners;
    this.reach = reach;
    this.pack = pack;
    this.cases = cases;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * A decision as typed.
   *
   * @param request makes it one act
   * @param owner a code of {@link #owners}
   */
  public record Wanted(UUID request, String words, String owner, LocalDate due) {}

  /**
   * Keeps it, on the timeline of the case too.
   *
   * @param about null: the team's own affairs
   * @throws IllegalArgumentException that says what to mend; nothing has changed
   */
  public void decide(MeetingRoom.Held held, @Nullable PackItem about, Wanted wanted) {
    String words = wanted.words().strip();
    if (words.isEmpty() || words.length() > MOST_WORDS) {
      throw new IllegalArgumentException("Say in 1 to 500 characters what should be done");
    }
    DecisionOwners.Owner owner =
        owners
            .find(held.team(), wanted.owner())
            .orElseThrow(() -> new IllegalArgumentException("Choose who does it"));
    LocalDate today = today(held.team());
    if (wanted.due().isBefore(today) || wanted.due().isAfter(today.plusYears(1))) {
      throw new IllegalArgumentException("Choose a day from today on, within a year");
    }
    Optional<Told> told =
        about == null ? Optional.empty() : pack.tell(about, calendars.zone(held.team().district()));
    FamilyId family = told.map(Told::family).orElse(null);
    CaseId caseId = told.map(Told::caseId).or(() -> openCase(family)).orElse(null);
    UserId by = reach.reader().id();
    Decision decision =
        new Decision(
            wanted.request(),
            held.meeting().id(),
            held.team().id(),
            about == null ? null : about.kind(),
            about == null ? null : about.subject(),
            caseId,
            family,
            words,
            owner.person(),
            owner.group(),
            wanted.due(),
            by,
            clock.instant(),
            Decision.State.OPEN,
            null,
            null,
            null);
    decisions.add(decision);
    if (caseId != null) {
      cases.note(
          caseId,
          "decision:" + decision.id(),
          "tasks.teamDecided",
          by,
          decision.decidedAt(),
          Map.of("note", words, "due", wanted.due().toString()));
    }
  }

  /**
   * How it went. The first word counts.
   *
   * @throws AccessDeniedException for anybody but its owner and the team
   */
  public void settle(UUID id, boolean done, @Nullable String words) {
    Decision decision =
        decisions.find(id).orElseThrow(() -> new NoSuchElementException("No such decision"));
    if (!mine(decision) && !teams.find(decision.team()).filter(reach::sees).isPresent()) {
      throw new AccessDeniedException("This decision is of none of your teams");
    }
    if (words != null && words.length() > MOST_WORDS) {
      throw new IllegalArgumentException("Say it in at most 500 characters");
    }
    decisions.settle(
        id,
        done ? Decision.State.DONE : Decision.State.DROPPED,
        reach.reader().id(),
        clock.instant(),
        words == null || words.isBlank() ? null : words.strip());
  }

  public List<DecisionOwners.Choice> owners(Team team) {
    return owners.of(team);
  }

  public String owner(Decision decision) {
    return owners.name(decision);
  }

  /** Of one meeting, in the order in which they were taken. */
  public List<Decision> of(MeetingRoom.Held held) {
    return decisions.of(held.meeting().id());
  }

  /** Open ones that the signed-in person, or a group of theirs, should see to. */
  public List<Decision> mine() {
    return decisions.ofOwner(reach.reader().id(), reach.groups());
  }

  public boolean mayName(FamilyId family) {
    return reach.mayName(family);
  }

  /** Whether its day is over, and nobody has said how it went. */
  public boolean late(Decision decision) {
    return decision.state() == Decision.State.OPEN
        && teams
            .find(decision.team())
            .filter(team -> decision.due().isBefore(today(team)))
            .isPresent();
  }

  public LocalDate today(Team team) {
    return LocalDate.ofInstant(clock.instant(), calendars.zone(team.district()));
  }

  private boolean mine(Decision decision) {
    return reach.reader().id().equals(decision.owner())
        || reach.groups().contains(decision.ownerGroup());
  }

  private Optional<CaseId> openCase(@Nullable FamilyId family) {
    return family == null ? Optional.empty() : cases.openCaseOf(family).map(CaseView::id);
  }
}
