package org.porchlight.cases.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Outcome;
import org.porchlight.cases.Wish;
import org.porchlight.identification.ProposalAccepted;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;

/** One family's case. Starting, open, ending, closed: never back, but on to the next run. */
@Entity
@Table(schema = "cases", name = "family_case")
class Case {

  @Id private UUID id;
  private UUID familyId;
  private UUID districtId;
  private @Nullable UUID schoolId;
  private UUID proposalId;
  private int run;

  @Enumerated(EnumType.STRING)
  private CaseView.State state;

  @Enumerated(EnumType.STRING)
  private @Nullable Outcome outcome;

  private @Nullable String endedHow;
  private @Nullable String closingReason;
  private @Nullable Instant agreedAt;
  private @Nullable LocalDate postponedUntil;
  private int visitsDone;
  private @Nullable LocalDate lastVisitOn;

  @Enumerated(EnumType.STRING)
  private @Nullable Wish wish;

  private @Nullable LocalDate pausedUntil;
  private @Nullable UUID mergedInto;
  private @Nullable Instant wordsFrom;
  private Instant openedAt;
  private @Nullable Instant closedAt;
  @Version private @Nullable Long version;

  /** For JPA. */
  @SuppressWarnings("NullAway.Init")
  protected Case() {}

  Case(CaseId id, ProposalAccepted accepted) {
    this.id = id.value();
    this.familyId = accepted.family().value();
    this.districtId = accepted.district().value();
    SchoolId school = accepted.school();
    this.schoolId = school == null ? null : school.value();
    this.proposalId = accepted.proposal();
    this.run = 1;
    this.state = CaseView.State.STARTING;
    this.openedAt = accepted.at();
  }

  /**
   * The next run of a closed case. The family is asked anew: what it said and how often it was
   * visited belongs to the run before, which the timeline keeps.
   */
  void reopen(ProposalAccepted accepted) {
    if (state != CaseView.State.CLOSED) {
      throw new IllegalStateException("Case " + id + " is " + state + ", not closed");
    }
    run++;
    state = CaseView.State.STARTING;
    proposalId = accepted.proposal();
    SchoolId school = accepted.school();
    schoolId = school == null ? null : school.value();
    outcome = null;
    endedHow = null;
    closingReason = null;
    closedAt = null;
    agreedAt = null;
    postponedUntil = null;
    pausedUntil = null;
    visitsDone = 0;
    lastVisitOn = null;
    wish = null;
  }

  /** Its students are a family of their own again: it goes on where it stood. */
  void partAgain(FamilyId own) {
    if (state != CaseView.State.CLOSED || outcome != Outcome.MERGED) {
      throw new IllegalStateException("Case " + id + " has not gone into another");
    }
    run++;
    state = CaseView.State.STARTING;
    familyId = own.value();
    mergedInto = null;
    outcome = null;
    endedHow = null;
    closedAt = null;
  }

  void mergedInto(CaseId other) {
    mergedInto = other.value();
  }

  Optional<CaseId> mergedInto() {
    return Optional.ofNullable(mergedInto).map(CaseId::new);
  }

  /** The roster knows the family by another id now. */
  void belongTo(FamilyId now) {
    familyId = now.value();
  }

  /**
   * @param hiddenBefore what was written before this stays with the school that wrote it; null: the
   *     family agreed that it is passed on
   */
  void moveTo(SchoolId school, @Nullable Instant hiddenBefore) {
    schoolId = school.value();
    wordsFrom = hiddenBefore;
  }

  /** The family agreed that what was written is passed on. */
  void shareWords() {
    wordsFrom = null;
  }

  @Nullable Instant wordsFrom() {
    return wordsFrom;
  }

  /** The root instance of this run has begun. */
  void began() {
    if (state == CaseView.State.STARTING) {
      state = CaseView.State.OPEN;
    }
  }

  void agreed(Instant at) {
    if (agreedAt == null) {
      agreedAt = at;
    }
  }

  void postponed(LocalDate until) {
    postponedUntil = until;
  }

  /** A visit took place; {@code said} is what the family then wished, if it was asked. */
  void visited(LocalDate on, @Nullable Wish said) {
    visitsDone++;
    lastVisitOn = on;
    wishes(said);
  }

  /** Null leaves the earlier word standing. */
  void wishes(@Nullable Wish said) {
    if (said != null) {
      wish = said;
    }
  }

  /** Only while the word of the log still stands. */
  void wishAmended(@Nullable Wish was, @Nullable Wish now) {
    if (wish == was) {
      wish = now;
    }
  }

  void pause(LocalDate until) {
    pausedUntil = until;
  }

  int visitsDone() {
    return visitsDone;
  }

  @Nullable LocalDate lastVisitOn() {
    return lastVisitOn;
  }

  @Nullable Wish wish() {
    return wish;
  }

  @Nullable LocalDate pausedUntil() {
    return pausedUntil;
  }

  /** The team's words for why it closes, kept before the case ends. */
  void reviewed(@Nullable String reason) {
    closingReason = reason;
  }

  /** The first end counts. */
  void ending(Outcome how, @Nullable String channel) {
    if (!live()) {
      throw new IllegalStateException("Case " + id + " has already ended");
    }
    state = CaseView.State.ENDING;
    outcome = how;
    endedHow = channel;
  }

  void closed(Instant at) {
    if (state != CaseView.State.ENDING) {
      throw new IllegalStateException("Case " + id + " is " + state + ", not ending");
    }
    state = CaseView.State.CLOSED;
    closedAt = at;
  }

  boolean live() {
    return state == CaseView.State.STARTING || state == CaseView.State.OPEN;
  }

  boolean isRun(int number) {
    return run == number;
  }

  CaseView.State state() {
    return state;
  }

  @Nullable Outcome outcome() {
    return outcome;
  }

  @Nullable String endedHow() {
    return endedHow;
  }

  @Nullable String closingReason() {
    return closingReason;
  }

  @Nullable LocalDate postponedUntil() {
    return postponedUntil;
  }

  CaseView view() {
    return new CaseView(
        new CaseId(id),
        new FamilyId(familyId),
        new DistrictId(districtId),
        schoolId == null ? null : new SchoolId(schoolId),
        run,
        state,
        agreedAt != null,
        openedAt,
        closedAt);
  }
}
