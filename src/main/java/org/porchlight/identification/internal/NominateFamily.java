package org.porchlight.identification.internal;

import static org.porchlight.identification.DecisionRefused.because;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.FileGate.FamilyFile;
import org.porchlight.identification.DecisionRefused.Code;
import org.porchlight.identification.NominationReason;
import org.porchlight.identification.ProposalAccepted;
import org.porchlight.identification.ServedFamilies;
import org.porchlight.identification.internal.DecisionLog.Decision;
import org.porchlight.identification.internal.DecisionLog.Kind;
import org.porchlight.identification.internal.ProposalStore.NewProposal;
import org.porchlight.identification.internal.ProposalStore.Open;
import org.porchlight.roster.Families;
import org.porchlight.roster.Family;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Opens a family's case because somebody who knows it says so. An open proposal of the family is
 * taken over.
 */
@Component
class NominateFamily {

  private final ProposalStore proposals;
  private final DecisionLog log;
  private final Families families;
  private final SchoolCalendars calendars;
  private final ObjectProvider<ServedFamilies> served;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  NominateFamily(
      ProposalStore proposals,
      DecisionLog log,
      Families families,
      SchoolCalendars calendars,
      ObjectProvider<ServedFamilies> served,
      ApplicationEventPublisher events,
      Clock clock) {
    this.proposals = proposals;
    this.log = log;
    this.families = families;
    this.calendars = calendars;
    this.served = served;
    this.events = events;
    this.clock = clock;
  }

  /** Runs in the caller's transaction. */
  UUID nominate(FamilyId id, Actor by, NominationReason reason, @Nullable String note) {
    Family family =
        families.find(id).orElseThrow(() -> new NoSuchElementException("No family of this id"));
    FamilyFile file = families.file(id);
    DecisionScope.requireDecision(by, file);
    proposals.lock(family.district());
    Instant now = clock.instant();
    if (isServed(id, family.district(), now)) {
      throw because(Code.ALREADY_SERVED);
    }
    SchoolId school = schoolOf(family, by);
    UUID proposal = take(family, file, school, by, now);
    log.add(new Decision(proposal, id, Kind.NOMINATED, reason.name(), note, null, by.id(), now));
    events.publishEvent(
        new ProposalAccepted(proposal, id, family.district(), school, by.id(), true, now));
    return proposal;
  }

  private UUID take(
      Family family, FamilyFile file, @Nullable SchoolId school, Actor by, Instant now) {
    Open open = proposals.open(family.district()).get(family.id());
    if (open != null) {
      proposals.close(open.id(), "ACCEPTED", by.id(), now, null);
      return open.id();
    }
    UUID proposal = UUID.randomUUID();
    LocalDate today = now.atZone(calendars.zone(family.district())).toLocalDate();
    proposals.insert(
        new NewProposal(
            proposal, family.district(), family.id(), school, null, today, 0, true, now, by.id()));
    proposals.writeParts(proposal, file.schools(), List.of(), List.of());
    return proposal;
  }

  private boolean isServed(FamilyId family, DistrictId district, Instant now) {
    return proposals.acceptedSince(district, now.minus(Duration.ofDays(1))).contains(family)
        || served.stream().anyMatch(source -> source.served(district).contains(family));
  }

  /**
   * The nominating coordinator's own school where the family has a student there, else the first
   * student's.
   */
  private static @Nullable SchoolId schoolOf(Family family, Actor by) {
    SchoolId first = null;
    for (Family.Student student : family.students()) {
      SchoolId school = student.school();
      if (school != null && by.schools().contains(school)) {
        return school;
      }
      if (first == null) {
        first = school;
      }
    }
    return first;
  }
}
