package org.porchlight.tasks.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.porchlight.access.CurrentActor;
import org.porchlight.access.FileGate.Channel;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.ReadableWords;
import org.porchlight.cases.SchoolMeetings;
import org.porchlight.cases.SchoolMeetings.Meeting;
import org.porchlight.cases.SchoolMeetings.State;
import org.porchlight.cases.SchoolMeetings.Wanted;
import org.porchlight.roster.Families;
import org.porchlight.shared.CaseId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Interpreters for a family's meetings at school, as staff ask for and book them. */
@Component
public class FamilyMeetings {

  private final CurrentActor currentActor;
  private final Cases cases;
  private final Families families;
  private final FamilyEvents events;
  private final SchoolMeetings meetings;
  private final ReadableWords words;
  private final Clock clock;

  FamilyMeetings(
      CurrentActor currentActor,
      Cases cases,
      Families families,
      FamilyEvents events,
      SchoolMeetings meetings,
      ReadableWords words,
      Clock clock) {
    this.currentActor = currentActor;
    this.cases = cases;
    this.families = families;
    this.events = events;
    this.meetings = meetings;
    this.words = words;
    this.clock = clock;
  }

  /** Those whose words this reader may see. The caller has opened the family's file. */
  public List<Meeting> of(CaseView view) {
    Instant from = words.from(view, currentActor.get());
    return meetings.of(view.id()).stream()
        .filter(one -> !one.wanted().startsAt().isBefore(from))
        .toList();
  }

  /** Opens the file (scope, audit); throws as {@link SchoolMeetings#ask}, and for visitors. */
  @Transactional
  public void ask(CaseId id, Wanted wanted, UUID request) {
    open(id);
    meetings.ask(id, wanted, request, currentActor.get().id(), clock.instant());
  }

  /** Opens the file (scope, audit); throws as {@link SchoolMeetings#now}, and for visitors. */
  @Transactional
  public void now(CaseId id, UUID meeting, State state) {
    open(id);
    meetings.now(id, meeting, state, currentActor.get().id(), clock.instant());
  }

  private void open(CaseId id) {
    families.open(cases.get(id).family(), Channel.PAGE);
    if (!events.mayRecord()) {
      throw new AccessDeniedException("Coordinators and teams record this");
    }
  }
}
