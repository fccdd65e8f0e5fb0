package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Outcome;
import org.porchlight.roster.Families;
import org.porchlight.roster.StudentStandings;
import org.porchlight.roster.StudentStandings.Standing;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Two cases that turn out to be of one family: the one whose family the roster keeps goes on, the
 * other ends without a word to the family. Where the families are parted again, it goes on as its
 * next run, where it stood.
 */
@Component
class MergeCases {

  private final CaseStore cases;
  private final Families families;
  private final StudentStandings standings;
  private final KnownPeople known;
  private final EndCase endCase;
  private final JourneySignals signals;
  private final Timeline timeline;
  private final BarriersOfEndingCases barriers;
  private final CaseTimes times;
  private final JdbcClient jdbc;
  private final Clock clock;

  MergeCases(
      CaseStore cases,
      Families families,
      StudentStandings standings,
      KnownPeople known,
      EndCase endCase,
      JourneySignals signals,
      Timeline timeline,
      BarriersOfEndingCases barriers,
      CaseTimes times,
      JdbcClient jdbc,
      Clock clock) {
    this.cases = cases;
    this.families = families;
    this.standings = standings;
    this.known = known;
    this.endCase = endCase;
    this.signals = signals;
    this.timeline = timeline;
    this.barriers = barriers;
    this.times = times;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether this case has just gone into another, because its family is no more. */
  boolean merged(Case held) {
    CaseView view = held.view();
    boolean emptied =
        families.find(view.family()).map(family -> family.students().isEmpty()).orElse(true);
    Optional<FamilyId> joined = emptied ? familyNow(view) : Optional.empty();
    if (joined.isEmpty() || joined.get().equals(view.family())) {
      return false;
    }
    Optional<Case> goesOn =
        cases.findFirstByFamilyIdAndStateInOrderByOpenedAtDesc(
            joined.get().value(), Lifecycle.NOT_CLOSED);
    if (goesOn.isEmpty()) {
      held.belongTo(joined.get());
      return false;
    }
    if (!goesOn.get().live()) {
      return false; // ends by itself soon; the next look moves this case to the family
    }
    Instant now = clock.instant();
    CaseView other = goesOn.get().view();
    held.mergedInto(other.id());
    endCase.interrupt(view.id(), Outcome.MERGED, "ROSTER", null, now);
    timeline.add(
        other.id(),
        "merged:" + view.id() + ":" + view.run(),
        "cases.mergedIn",
        null,
        now,
        Map.of());
    return true;
  }

  /** Cases that had gone into another, whose students are a family of their own again: now open. */
  List<Case> partAgain(DistrictId district) {
    return cases
        .lockByDistrictIdAndOutcomeAndState(district.value(), Outcome.MERGED, CaseView.State.CLOSED)
        .stream()
        .map(this::part)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Case> part(Case held) {
    CaseView view = held.view();
    Optional<FamilyId> now = familyNow(view);
    FamilyId survivor =
        held.mergedInto().map(id -> cases.read(id).view().family()).orElse(view.family());
    if (held.outcome() != Outcome.MERGED
        || now.isEmpty()
        || now.get().equals(survivor)
        || cases
            .findFirstByFamilyIdAndStateInOrderByOpenedAtDesc(
                now.get().value(), Lifecycle.NOT_CLOSED)
            .isPresent()) {
      return Optional.empty();
    }
    Instant at = clock.instant();
    held.partAgain(now.get());
    Case open = cases.saveAndFlush(held);
    CaseView parted = open.view();
    jdbc.sql("insert into cases.case_run (case_id, run, started_at) values (?, ?, ?)")
        .params(parted.id().value(), parted.run(), at.atOffset(ZoneOffset.UTC))
        .update();
    timeline.add(parted.id(), "parted:" + parted.run(), "cases.partedAgain", null, at, Map.of());
    barriers.comeBack(parted);
    signals.start(parted);
    return Optional.of(open);
  }

  /** The family to which all students of the case belong, if it is one. */
  private Optional<FamilyId> familyNow(CaseView view) {
    Set<StudentId> students = known.students(view.id()).keySet();
    List<FamilyId> found =
        standings.of(students, times.today(view)).values().stream()
            .map(Standing::family)
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
