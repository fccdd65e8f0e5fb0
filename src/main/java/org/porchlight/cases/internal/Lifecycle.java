package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.Outcome;
import org.porchlight.cases.Wish;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases as other modules see them. */
@Component
class Lifecycle implements Cases, CaseHistory {

  static final Set<CaseView.State> LIVE = EnumSet.of(CaseView.State.STARTING, CaseView.State.OPEN);
  static final Set<CaseView.State> NOT_CLOSED =
      EnumSet.complementOf(EnumSet.of(CaseView.State.CLOSED));

  private final CaseStore cases;
  private final Timeline timeline;
  private final EventOutbox outbox;
  private final EndCase endCase;
  private final Clock clock;

  Lifecycle(CaseStore cases, Timeline timeline, EventOutbox outbox, EndCase endCase, Clock clock) {
    this.cases = cases;
    this.timeline = timeline;
    this.outbox = outbox;
    this.endCase = endCase;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public CaseView get(CaseId id) {
    return cases.read(id).view();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<CaseView> openCaseOf(FamilyId family) {
    return cases.findByFamilyIdAndStateIn(family.value(), LIVE).map(Case::view);
  }

  @Override
  @Transactional
  public void note(
      CaseId id,
      String entryKey,
      String kind,
      @Nullable UserId by,
      Instant at,
      Map<String, Object> facts) {
    timeline.add(id, entryKey, kind, by, at, facts);
  }

  @Override
  @Transactional
  public void familyDeclined(CaseId id, String how, @Nullable UserId by, Instant at) {
    endCase.interrupt(id, Outcome.DECLINED, how, by, at);
  }

  @Override
  @Transactional
  public void visited(CaseId id, UUID visit, LocalDate on, @Nullable Wish wish) {
    Case held = cases.hold(id);
    if (timeline.has(id, "cases.visited:" + visit)) {
      return;
    }
    held.visited(on, wish);
    timeline.add(
        id,
        "cases.visited:" + visit,
        "cases.visited",
        null,
        clock.instant(),
        Map.of("number", held.visitsDone(), "on", on));
  }

  @Override
  @Transactional
  public void wishAmended(CaseId id, @Nullable Wish was, @Nullable Wish now) {
    Case held = cases.hold(id);
    if (held.live()) {
      held.wishAmended(was, now);
    }
  }

  @Override
  @Transactional
  public void familyAgreed(CaseId id, String how, @Nullable UserId by, Instant at) {
    Case held = cases.hold(id);
    if (!held.live() || held.view().familyAgreed()) {
      return;
    }
    held.agreed(at);
    timeline.add(
        id,
        "cases.familyAgreed:" + held.view().run(),
        "cases.familyAgreed",
        by,
        at,
        Map.of("how", how));
    outbox.add(held.view(), "familyAgreed.v1", at, Map.of("how", how));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Entry> timeline(CaseId id) {
    return Stream.concat(
            timeline.of(id).stream(),
            cases.findByMergedInto(id.value()).stream()
                .flatMap(merged -> timeline.of(merged.view().id()).stream()))
        .sorted(Comparator.comparing(Entry::at))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<FamilyId> mergedFamilies(CaseId id) {
    return cases.findByMergedInto(id.value()).stream()
        .map(merged -> merged.view().family())
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Outcome> outcome(CaseId id) {
    return Optional.ofNullable(cases.read(id).outcome());
  }

  @Override
  @Transactional(readOnly = true)
  public List<CaseView> ofFamily(FamilyId family) {
    return cases.findByFamilyIdOrderByOpenedAtDesc(family.value()).stream()
        .map(Case::view)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<CaseView> ofDistrict(DistrictId district) {
    return cases.findByDistrictIdOrderByOpenedAtDesc(district.value()).stream()
        .map(Case::view)
        .toList();
  }
}
