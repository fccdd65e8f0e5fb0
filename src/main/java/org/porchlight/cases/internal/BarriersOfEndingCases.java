package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barrier.End;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Barriers.History.What;
import org.porchlight.cases.Barriers.Source;
import org.porchlight.cases.CaseEnding;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Outcome;
import org.porchlight.shared.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Barriers end with their case, by its outcome. Where it has gone into another of the same family,
 * they go on there, and come back where the two are parted again.
 */
@Component
class BarriersOfEndingCases {

  private final CaseStore cases;
  private final Barriers barriers;
  private final BarrierRows rows;
  private final BarrierLog log;
  private final BarrierTimeline timeline;
  private final ClosingStore closings;
  private final Clock clock;

  BarriersOfEndingCases(
      CaseStore cases,
      Barriers barriers,
      BarrierRows rows,
      BarrierLog log,
      BarrierTimeline timeline,
      ClosingStore closings,
      Clock clock) {
    this.cases = cases;
    this.barriers = barriers;
    this.rows = rows;
    this.log = log;
    this.timeline = timeline;
    this.closings = closings;
    this.clock = clock;
  }

  static End end(Outcome outcome) {
    return switch (outcome) {
      case DECLINED -> End.FAMILY_DECLINED;
      case LEFT -> End.FAMILY_LEFT;
      case NOT_REACHED -> End.NOT_REACHED;
      case MERGED -> End.MERGED;
      case CLOSED -> End.CLOSED_BY_TEAM;
    };
  }

  @EventListener
  @Transactional
  void on(CaseEnding event) {
    rows.holdCase(event.caseId());
    Case ending = cases.read(event.caseId());
    Optional<CaseId> goesOn = ending.mergedInto();
    if (goesOn.isPresent()) {
      CaseView other = cases.read(goesOn.get()).view();
      rows.holdCase(other.id());
      rows.open(event.caseId()).forEach(one -> goOn(one, other, event.at()));
      return;
    }
    Optional<String> handedOn = closings.handedOn(event.caseId(), ending.view().run());
    End end =
        event.outcome() == Outcome.CLOSED && handedOn.isPresent()
            ? End.HANDED_ON
            : end(event.outcome());
    rows.open(event.caseId())
        .forEach(one -> barriers.end(one.id(), end, null, event.at(), handedOn.orElse(null)));
  }

  private void goOn(Barrier one, CaseView other, Instant at) {
    if (rows.openOne(other.id(), one.code(), one.student()).isPresent()) {
      barriers.tell(again(one, other.id(), "merged:", at));
      barriers.end(one.id(), End.MERGED, null, at, null);
    } else {
      move(one, other, one.caseId(), at);
    }
  }

  /** The students of this case are a family of their own again. */
  void comeBack(CaseView parted) {
    Instant at = clock.instant();
    rows.goneFrom(parted.id()).forEach(one -> move(one, parted, null, at));
    rows.of(parted.id()).stream()
        .filter(one -> one.end() == End.MERGED)
        .filter(one -> rows.openOne(parted.id(), one.code(), one.student()).isEmpty())
        .forEach(one -> barriers.tell(again(one, parted.id(), "parted:" + parted.run() + ":", at)));
  }

  private void move(Barrier one, CaseView to, @Nullable CaseId from, Instant at) {
    OwnerGroup owner = one.level() == 1 ? to.team() : to.coordinators();
    rows.moveTo(one.id(), to.id(), one.level() > 1 ? one.owner() : owner, from);
    long number = log.add(one.id(), to.id(), null, BarrierEntries.plain(What.MOVED, null, at));
    timeline.moved(rows.find(one.id()).orElseThrow(), number, at);
  }

  private Barriers.Telling again(Barrier one, CaseId in, String key, Instant at) {
    Source source =
        log.of(one.id()).stream()
            .map(Barriers.History::source)
            .filter(each -> each != null)
            .findFirst()
            .orElse(Source.PAGE);
    return new Barriers.Telling(
        in, one.code(), source, key + one.id(), one.student(), null, at, null);
  }
}
