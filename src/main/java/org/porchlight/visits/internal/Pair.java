package org.porchlight.visits.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;

/** Two visitors chosen for a case, the ask that went to both, and their answers, counted here. */
@Entity
@Table(schema = "visits", name = "pair")
class Pair {

  @Id private UUID id;
  @Version private @Nullable Integer version;
  private UUID caseId;
  private UUID family;
  private UUID district;
  private UUID firstVisitor;
  private UUID secondVisitor;
  private @Nullable String interpreterLanguage;
  private UUID planSubmission;
  private UUID ask;
  private UUID firstQuestion;
  private UUID secondQuestion;
  private @Nullable Boolean firstAnswer;
  private @Nullable Boolean secondAnswer;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  private PairState state;

  private Instant createdAt;
  private @Nullable Instant closesAt;
  private @Nullable Long askedRound;
  private @Nullable Instant decidedAt;

  protected Pair() {}

  Pair(
      CaseId caseId,
      FamilyId family,
      DistrictId district,
      UserId first,
      UserId second,
      @Nullable String interpreterLanguage,
      UUID planSubmission,
      Instant createdAt) {
    this.id = UUID.randomUUID();
    this.caseId = caseId.value();
    this.family = family.value();
    this.district = district.value();
    this.firstVisitor = first.value();
    this.secondVisitor = second.value();
    this.interpreterLanguage = interpreterLanguage;
    this.planSubmission = planSubmission;
    this.ask = UUID.randomUUID();
    this.firstQuestion = UUID.randomUUID();
    this.secondQuestion = UUID.randomUUID();
    this.state = PairState.PROPOSED;
    this.createdAt = createdAt;
  }

  /**
   * @param round of the step that asks: its repeat finds it here
   */
  void ask(Instant closes, long round) {
    become(PairState.ASKED);
    closesAt = closes;
    askedRound = round;
  }

  /** One's answer; the first counts. True when it decided the pair: the second yes, or a no. */
  boolean answer(UserId visitor, boolean accepted, Instant at) {
    if (state != PairState.ASKED || answerOf(visitor) != null) {
      return false;
    }
    if (visitor.value().equals(firstVisitor)) {
      firstAnswer = accepted;
    } else {
      secondAnswer = accepted;
    }
    if (!accepted) {
      become(PairState.DECLINED);
    } else if (Boolean.TRUE.equals(firstAnswer) && Boolean.TRUE.equals(secondAnswer)) {
      become(PairState.ACCEPTED);
    } else {
      return false;
    }
    decidedAt = at;
    return true;
  }

  /**
   * The time is up. A pair that was decided in the last moment gives way too: the process plans
   * anew.
   */
  void timeIsUp(Instant at) {
    if (state == PairState.ASKED) {
      become(PairState.SILENT);
      decidedAt = at;
    } else if (state == PairState.ACCEPTED) {
      become(PairState.REPLACED);
    }
  }

  boolean askedIn(long round) {
    return askedRound != null && askedRound == round;
  }

  /** The same two for a further visit, to be asked once more. */
  Pair again(UUID reason, Instant at) {
    return new Pair(
        caseId(), family(), district(), first(), second(), interpreterLanguage, reason, at);
  }

  /**
   * The same visits from now on, by another in the place of one of the two; both have accepted.
   * What was visited before stays with this pair.
   */
  Pair handedOver(UserId from, UserId to, UUID reason, Instant at) {
    Pair next =
        new Pair(
            caseId(),
            family(),
            district(),
            from.equals(first()) ? to : first(),
            from.equals(second()) ? to : second(),
            interpreterLanguage,
            reason,
            at);
    next.become(PairState.ASKED);
    next.become(PairState.ACCEPTED);
    next.firstAnswer = true;
    next.secondAnswer = true;
    next.closesAt = closesAt;
    next.askedRound = askedRound;
    next.decidedAt = at;
    return next;
  }

  /** Asks another in the place of one of the two, with a question of its own. */
  void askInstead(UserId from, UserId to) {
    if (state != PairState.ASKED && state != PairState.PROPOSED) {
      throw new IllegalStateException("A pair that is " + state + " asks nobody");
    }
    if (from.equals(first())) {
      firstVisitor = to.value();
      firstQuestion = UUID.randomUUID();
      firstAnswer = null;
    } else {
      secondVisitor = to.value();
      secondQuestion = UUID.randomUUID();
      secondAnswer = null;
    }
  }

  void replace() {
    become(PairState.REPLACED);
  }

  void end() {
    become(PairState.ENDED);
  }

  private void become(PairState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException("A pair that is " + state + " cannot become " + next);
    }
    state = next;
  }

  boolean includes(UserId visitor) {
    return visitor.value().equals(firstVisitor) || visitor.value().equals(secondVisitor);
  }

  UserId partnerOf(UserId visitor) {
    return visitor.value().equals(firstVisitor) ? second() : first();
  }

  UUID questionTo(UserId visitor) {
    return visitor.value().equals(firstVisitor) ? firstQuestion : secondQuestion;
  }

  /** Whom a question went to. */
  UserId asked(UUID question) {
    return question.equals(firstQuestion) ? first() : second();
  }

  /** Null while unanswered. */
  @Nullable Boolean answerOf(UserId visitor) {
    return visitor.value().equals(firstVisitor) ? firstAnswer : secondAnswer;
  }

  UUID id() {
    return id;
  }

  CaseId caseId() {
    return new CaseId(caseId);
  }

  FamilyId family() {
    return new FamilyId(family);
  }

  DistrictId district() {
    return new DistrictId(district);
  }

  UserId first() {
    return new UserId(firstVisitor);
  }

  UserId second() {
    return new UserId(secondVisitor);
  }

  java.util.List<UserId> visitors() {
    return java.util.List.of(first(), second());
  }

  @Nullable String interpreterLanguage() {
    return interpreterLanguage;
  }

  UUID ask() {
    return ask;
  }

  PairState state() {
    return state;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant closesAt() {
    return closesAt;
  }
}
