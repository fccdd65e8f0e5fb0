package org.porchlight.visits.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;

/** A visit that was agreed on: when and where, by whom. Its id is the visit's. */
@Entity
@Table(schema = "visits", name = "appointment")
class Appointment {

  @Id private UUID id;
  @Version private @Nullable Integer version;
  private UUID caseId;
  private UUID family;
  private UUID district;
  private UUID pair;
  private UUID submission;
  private Instant startsAt;
  private int durationMinutes;
  private String place;
  private @Nullable String placeNote;

  @Enumerated(EnumType.STRING)
  @Column(columnDefinition = "text")
  private State state;

  private Instant bookedAt;
  private @Nullable Instant changedAt;
  private @Nullable UUID changedBy;

  protected Appointment() {}

  Appointment(Pair pair, UUID submission, AgreedTime agreed, Instant bookedAt) {
    this.id = UUID.randomUUID();
    this.caseId = pair.caseId().value();
    this.family = pair.family().value();
    this.district = pair.district().value();
    this.pair = pair.id();
    this.submission = submission;
    this.startsAt = agreed.startsAt();
    this.durationMinutes = (int) agreed.length().toMinutes();
    this.place = agreed.place();
    this.placeNote = agreed.placeNote();
    this.state = State.PLANNED;
    this.bookedAt = bookedAt;
  }

  /** Where an appointment stands. */
  enum State {
    PLANNED,
    /** Another time is being agreed on. */
    CHANGED,
    /** Called off; another may be agreed on. */
    CANCELLED,
    /** Over, and its log is written. */
    LOGGED
  }

  /**
   * Gives the time up. False where it was given up, or is over, already.
   *
   * @param by null: the family, or it followed from something else
   */
  boolean giveUp(State to, @Nullable UserId by, Instant at) {
    if (state != State.PLANNED || (to != State.CHANGED && to != State.CANCELLED)) {
      return false;
    }
    state = to;
    changedAt = at;
    changedBy = by == null ? null : by.value();
    return true;
  }

  /** Others come at the time that was agreed on. */
  void handTo(Pair next) {
    pair = next.id();
  }

  void logged() {
    state = State.LOGGED;
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

  UUID pair() {
    return pair;
  }

  Instant startsAt() {
    return startsAt;
  }

  Instant endsAt() {
    return startsAt.plus(Duration.ofMinutes(durationMinutes));
  }

  /** How long it was to take. */
  int minutes() {
    return durationMinutes;
  }

  String place() {
    return place;
  }

  @Nullable String placeNote() {
    return placeNote;
  }

  Instant bookedAt() {
    return bookedAt;
  }

  boolean planned() {
    return state == State.PLANNED;
  }

  State state() {
    return state;
  }
}
