package org.porchlight.cases.internal;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barrier.End;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.BarrierEnded;
import org.porchlight.cases.BarrierTold;
import org.porchlight.cases.BarrierWork;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Barriers.History.What;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Outcome;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in barriers, merges what was told twice, and keeps who has each until when. */
@Component
@Transactional
class KeepBarriers implements Barriers {

  private final CaseStore cases;
  private final BarrierRows rows;
  private final BarrierLog log;
  private final BarrierTimeline timeline;
  private final BarrierDueDates due;
  private final ObjectProvider<BarrierWork> work;
  private final ApplicationEventPublisher events;

  KeepBarriers(
      CaseStore cases,
      BarrierRows rows,
      BarrierLog log,
      BarrierTimeline timeline,
      BarrierDueDates due,
      ObjectProvider<BarrierWork> work,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.rows = rows;
    this.log = log;
    this.timeline = timeline;
    this.due = due;
    this.work = work;
    this.events = events;
  }

  @Override
  public UUID tell(Telling telling) {
    if (telling.code().kind() == BarrierCode.Kind.NONE) {
      throw new IllegalArgumentException(telling.code() + " is nothing that anybody can take on");
    }
    rows.holdCase(telling.caseId());
    Case about = cases.read(telling.caseId());
    Optional<CaseId> goesOn = about.mergedInto();
    if (goesOn.isPresent()) {
      return tell(inCase(goesOn.get(), telling));
    }
    return log.barrierOf(telling.caseId(), told(telling.key()))
        .orElseGet(
            () ->
                rows.openOne(telling.caseId(), telling.code(), telling.student())
                    .map(open -> again(open, about.view(), telling))
                    .orElseGet(() -> anew(about, telling)));
  }

  private UUID anew(Case about, Telling telling) {
    CaseView view = about.view();
    Outcome outcome = about.outcome();
    End end =
        telling.helpedAtOnce()
            ? End.HELPED_AT_ONCE
            : outcome == null ? null : BarriersOfEndingCases.end(outcome);
    Barrier barrier =
        new Barrier(
            UUID.randomUUID(),
            view.id(),
            telling.code(),
            telling.student(),
            telling.at(),
            view.coordinators(),
            due.first(view, telling.code()),
            0,
            end,
            end == null ? null : telling.at());
    rows.add(barrier, view.run());
    keepTelling(barrier, What.TOLD, telling);
    if (end == null) {
      events.publishEvent(new BarrierTold(barrier.id(), view.id(), telling.code(), telling.at()));
    } else {
      keepEnd(barrier, end, telling.by(), telling.at(), null);
    }
    return barrier.id();
  }

  /** What somebody works on goes on, whatever was given on the spot: they decide. */
  private UUID again(Barrier open, CaseView view, Telling telling) {
    boolean helped = telling.helpedAtOnce() || !telling.given().isEmpty();
    keepTelling(open, helped ? What.HELPED : What.TOLD_AGAIN, telling);
    if (telling.helpedAtOnce() && !workedOn(open, view)) {
      end(open.id(), End.HELPED_AT_ONCE, telling.by(), telling.at(), null);
    }
    return open.id();
  }

  private void keepTelling(Barrier barrier, What what, Telling telling) {
    long number =
        log.add(
            barrier.id(),
            barrier.caseId(),
            told(telling.key()),
            BarrierEntries.told(what, telling));
    timeline.told(barrier, what, number, telling);
  }

  private static Telling inCase(CaseId other, Telling telling) {
    return new Telling(
        other,
        telling.code(),
        telling.source(),
        telling.caseId() + ":" + telling.key(),
        telling.student(),
        telling.by(),
        telling.at(),
        telling.words(),
        telling.helpedAtOnce(),
        telling.given());
  }

  @Override
  public void takeBack(CaseId id, String key, UserId by, Instant at) {
    rows.holdCase(id);
    Optional<UUID> about = log.barrierOf(id, told(key));
    if (about.isEmpty() || log.barrierOf(id, "back:" + key).isPresent()) {
      return;
    }
    Barrier barrier = get(about.get());
    log.add(barrier.id(), id, "back:" + key, BarrierEntries.plain(What.TAKEN_BACK, by, at));
    if (barrier.open()
        && log.tellings(barrier.id()) == 0
        && !workedOn(barrier, cases.read(barrier.caseId()).view())) {
      end(barrier.id(), End.TOLD_BY_MISTAKE, by, at, null);
    }
  }

  private boolean workedOn(Barrier barrier, CaseView view) {
    return barrier.level() > 0
        || !barrier.owner().equals(view.coordinators())
        || work.stream().anyMatch(one -> one.begun(barrier.id()));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Barrier> find(UUID barrier) {
    return rows.find(barrier);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Barrier> of(CaseId id) {
    return rows.of(id);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Barrier> open(CaseId id) {
    return rows.open(id);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Barrier> allOpen() {
    return rows.allOpen();
  }

  @Override
  public void own(
      UUID barrier, OwnerGroup owner, Instant until, int level, String why, Instant at) {
    Barrier before = get(barrier);
    if (rows.own(barrier, owner, until, level)) {
      Barrier now = get(barrier);
      long number =
          log.add(barrier, now.caseId(), null, BarrierEntries.owned(owner, until, level, why, at));
      // Another due date alone is told in the barrier's own history.
      if (!now.owner().equals(before.owner()) || now.level() != before.level()) {
        timeline.owned(now, number, at);
      }
    }
  }

  @Override
  public void end(UUID barrier, End end, @Nullable UserId by, Instant at, @Nullable String words) {
    end(barrier, end, by, at, words, false);
  }

  @Override
  public void settle(
      UUID barrier, End end, @Nullable UserId by, Instant at, @Nullable String words) {
    end(barrier, end, by, at, words, true);
  }

  private void end(
      UUID barrier,
      End end,
      @Nullable UserId by,
      Instant at,
      @Nullable String words,
      boolean byItsWork) {
    if (rows.end(barrier, end, at)) {
      Barrier now = get(barrier);
      keepEnd(now, end, by, at, words);
      events.publishEvent(new BarrierEnded(barrier, now.caseId(), end, at, byItsWork));
    }
  }

  private void keepEnd(
      Barrier barrier, End end, @Nullable UserId by, Instant at, @Nullable String words) {
    long number =
        log.add(barrier.id(), barrier.caseId(), null, BarrierEntries.ended(end, by, at, words));
    timeline.ended(barrier, end, number, by, at);
  }

  @Override
  @Transactional(readOnly = true)
  public List<History> history(UUID barrier) {
    return log.of(barrier);
  }

  private Barrier get(UUID barrier) {
    return rows.find(barrier)
        .orElseThrow(() -> new NoSuchElementException("No barrier " + barrier));
  }

  private static String told(String key) {
    return "told:" + key;
  }
}
