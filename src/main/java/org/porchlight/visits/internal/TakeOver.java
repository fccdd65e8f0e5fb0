package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.porchlight.cases.Cases;
import org.porchlight.cases.StaffRecords;
import org.porchlight.engine.TaskGroups;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.SendWindows;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.HandOver.State;
import org.springframework.stereotype.Component;

/** What follows from the answer of somebody who was asked to take a family over. */
@Component
class TakeOver {

  private final Pairs pairs;
  private final HandOverStore store;
  private final Appointments appointments;
  private final Crew crew;
  private final VisitorStore visitors;
  private final VisitTexts texts;
  private final Questions questions;
  private final TaskGroups groups;
  private final Cases cases;
  private final StaffRecords staff;
  private final SchoolCalendars calendars;
  private final SendWindows windows;
  private final Clock clock;

  TakeOver(
      Pairs pairs,
      HandOverStore store,
      Appointments appointments,
      Crew crew,
      VisitorStore visitors,
      VisitTexts texts,
      Questions questions,
      TaskGroups groups,
      Cases cases,
      StaffRecords staff,
      SchoolCalendars calendars,
      SendWindows windows,
      Clock clock) {
    this.pairs = pairs;
    this.store = store;
    this.appointments = appointments;
    this.crew = crew;
    this.visitors = visitors;
    this.texts = texts;
    this.questions = questions;
    this.groups = groups;
    this.cases = cases;
    this.staff = staff;
    this.calendars = calendars;
    this.windows = windows;
    this.clock = clock;
  }

  /** The row is locked and open. */
  void decide(HandOver asked, boolean accepted, Instant at) {
    Pair pair = pairs.lock(asked.pair()).orElseThrow();
    if (accepted && stands(asked, pair) && able(pair, asked.to())) {
      questions.close(asked.id());
      accept(asked, pair, at);
    } else {
      giveUp(asked, accepted ? State.OVER : State.DECLINED, at);
    }
  }

  /**
   * The time is over, or a no came: the leaving visitor stays on record, a person chooses again.
   */
  void giveUp(HandOver asked, State state, Instant at) {
    questions.close(asked.id());
    boolean stands = stands(asked, pairs.findById(asked.pair()).orElseThrow());
    store.decide(asked.id(), stands ? state : State.OVER, null, at);
    if (stands) {
      staff.record(asked.caseId(), StaffRecords.What.SUCCESSOR_WANTED, asked.id(), asked.by(), at);
    }
  }

  /** Nobody has chosen others meanwhile, and the case goes on. */
  private boolean stands(HandOver asked, Pair pair) {
    return pair.state() == PairState.ACCEPTED && cases.get(asked.caseId()).live();
  }

  private void accept(HandOver asked, Pair pair, Instant at) {
    Pair next = pair.handedOver(asked.from(), asked.to(), asked.id(), at);
    pair.replace();
    pairs.saveAndFlush(pair);
    pairs.saveAndFlush(next);
    store.decide(asked.id(), State.ACCEPTED, next.id(), at);
    groups.stay(asked.caseId().value(), HandOvers.group(asked.to()));
    groups.move(asked.caseId().value(), HandOvers.group(asked.from()), HandOvers.group(asked.to()));
    cases.note(
        asked.caseId(),
        "visits.handedOver:" + asked.id(),
        "visits.handedOver",
        asked.to(),
        at,
        Map.of());
    appointments
        .findByCaseIdAndState(asked.caseId().value(), Appointment.State.PLANNED)
        .ifPresentOrElse(visit -> takeVisit(asked, next, visit), () -> introduce(next));
  }

  /** Each hears with whom they visit from now on; with a visit planned, its reminders say so. */
  private void introduce(Pair next) {
    Instant now = clock.instant();
    for (UserId to : next.visitors()) {
      texts.toVisitor(
          visitors.find(to).orElseThrow(),
          new VisitTexts.Text(
              next.caseId(),
              Purposes.PAIR_COMPLETE,
              next.id().toString(),
              now,
              windows.dueAfter(next.district(), now, Duration.ofDays(2)),
              false),
          Map.of("partner", visitors.find(next.partnerOf(to)).orElseThrow().firstName()),
          "/visits/asks/" + next.ask());
    }
  }

  private void takeVisit(HandOver asked, Pair next, Appointment visit) {
    visit.handTo(next);
    appointments.saveAndFlush(visit);
    Instant now = clock.instant();
    if (!visit.startsAt().isAfter(now)) {
      return;
    }
    List<Visitor> both =
        next.visitors().stream().map(one -> visitors.find(one).orElseThrow()).toList();
    if (!texts.reach(visit.caseId(), Purposes.OTHER_VISITORS)) {
      texts.toBeSaid(asked.id(), visit, both, Purposes.OTHER_VISITORS);
      staff.record(visit.caseId(), StaffRecords.What.NAMES_TO_TELL, asked.id(), asked.by(), now);
      return;
    }
    texts.toFamily(
        visit,
        both,
        new VisitTexts.Text(
            visit.caseId(),
            Purposes.OTHER_VISITORS,
            asked.id().toString(),
            now,
            visit.startsAt(),
            false),
        false);
  }

  /** Still, at the moment of the yes. */
  private boolean able(Pair pair, UserId successor) {
    LocalDate today = clock.instant().atZone(calendars.zone(pair.district())).toLocalDate();
    return crew.member(successor, pair.district())
        .filter(member -> PairRules.eligible(member, today))
        .filter(member -> !pair.includes(successor))
        .isPresent();
  }
}
