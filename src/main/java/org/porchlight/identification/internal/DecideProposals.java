package org.porchlight.identification.internal;

import static org.porchlight.identification.DecisionRefused.because;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.identification.DecisionRefused.Code;
import org.porchlight.identification.NominationReason;
import org.porchlight.identification.ProposalAccepted;
import org.porchlight.identification.Proposals;
import org.porchlight.identification.ProposedFamily;
import org.porchlight.identification.RefusalReason;
import org.porchlight.identification.internal.DecisionLog.Decision;
import org.porchlight.identification.internal.DecisionLog.Kind;
import org.porchlight.identification.internal.ProposalStore.Row;
import org.porchlight.roster.Families;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.FamilyId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DecideProposals implements Proposals {

  private final ProposalStore proposals;
  private final RankedProposals ranked;
  private final NominateFamily nominate;
  private final DecisionLog log;
  private final Families families;
  private final SchoolCalendars calendars;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final SchoolYears schoolYears;

  DecideProposals(
      ProposalStore proposals,
      RankedProposals ranked,
      NominateFamily nominate,
      DecisionLog log,
      Families families,
      SchoolCalendars calendars,
      ApplicationEventPublisher events,
      Clock clock,
      IdentificationProperties properties) {
    this.proposals = proposals;
    this.ranked = ranked;
    this.nominate = nominate;
    this.log = log;
    this.families = families;
    this.calendars = calendars;
    this.events = events;
    this.clock = clock;
    this.schoolYears = new SchoolYears(properties.schoolYearStartMonth());
  }

  @Override
  @Transactional(readOnly = true)
  public List<ProposedFamily> ranked(Actor actor) {
    return Confidential.shown(ranked.of(actor), actor);
  }

  @Override
  public void accept(UUID proposal, Actor by) {
    Row row = openFor(proposal, by);
    Instant now = clock.instant();
    close(row, Kind.ACCEPTED, null, null, null, by, now);
    events.publishEvent(
        new ProposalAccepted(
            row.id(), row.family(), row.district(), row.school(), by.id(), false, now));
  }

  @Override
  public void postpone(UUID proposal, Actor by, LocalDate until) {
    Row row = openFor(proposal, by);
    LocalDate today = today(row);
    if (!until.isAfter(today)) {
      throw because(Code.DATE_NOT_LATER);
    }
    if (until.isAfter(today.plusYears(1))) {
      throw because(Code.DATE_TOO_FAR);
    }
    close(row, Kind.POSTPONED, null, null, until, by, clock.instant());
  }

  @Override
  public void refuse(UUID proposal, Actor by, RefusalReason reason, @Nullable String note) {
    String kept = Notes.checked(note, reason == RefusalReason.OTHER);
    Row row = openFor(proposal, by);
    LocalDate until = schoolYears.nextStart(today(row));
    close(row, Kind.REFUSED, reason.name(), kept, until, by, clock.instant());
  }

  @Override
  public UUID nominate(FamilyId family, Actor by, NominationReason reason, @Nullable String note) {
    return nominate.nominate(
        family, by, reason, Notes.checked(note, reason == NominationReason.OTHER));
  }

  private Row openFor(UUID id, Actor by) {
    Row row =
        proposals.find(id).orElseThrow(() -> new NoSuchElementException("No proposal of this id"));
    DecisionScope.requireDecision(by, families.file(row.family()));
    proposals.lock(row.district());
    return proposals.find(id).filter(Row::open).orElseThrow(() -> because(Code.ALREADY_DECIDED));
  }

  private void close(
      Row row,
      Kind kind,
      @Nullable String reason,
      @Nullable String note,
      @Nullable LocalDate until,
      Actor by,
      Instant now) {
    proposals.close(row.id(), kind.name(), by.id(), now, until);
    log.add(new Decision(row.id(), row.family(), kind, reason, note, until, by.id(), now));
  }

  private LocalDate today(Row row) {
    return clock.instant().atZone(calendars.zone(row.district())).toLocalDate();
  }
}
