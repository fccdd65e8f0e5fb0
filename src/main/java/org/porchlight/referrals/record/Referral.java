package org.porchlight.referrals.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;

/**
 * One try to end a barrier with one resource.
 *
 * @param news how many things the partner has said
 * @param linkEnds until when the partner's link can be used; null while nothing was sent
 */
public record Referral(
    UUID id,
    UUID barrier,
    CaseId caseId,
    DistrictId district,
    UUID resource,
    Way way,
    ReferralStatus status,
    UserId draftedBy,
    Instant draftedAt,
    Instant statusAt,
    int news,
    @Nullable Instant linkEnds,
    @Nullable CancelReason cancelReason,
    @Nullable LoopOutcome outcome,
    @Nullable ConfirmedBy confirmedBy,
    @Nullable Instant outcomeAt) {

  /** With another status. */
  Referral become(ReferralStatus next, Instant at) {
    if (!status.mayBecome(next)) {
      throw ReferralRefused.notNow(this, next);
    }
    return with(next, at, news, linkEnds, cancelReason);
  }

  Referral sent(Instant ends, Instant at) {
    ReferralStatus next =
        status.withPartner() ? status : become(ReferralStatus.REQUESTED, at).status;
    return with(next, at, news, ends, cancelReason);
  }

  Referral cancelled(CancelReason reason, Instant at) {
    return become(ReferralStatus.CANCELLED, at)
        .with(ReferralStatus.CANCELLED, at, news, linkEnds, reason);
  }

  /** The next thing that the partner says. */
  Referral answered(PartnerAnswer answer, Instant at) {
    return become(answer.status(), at).with(answer.status(), at, news + 1, linkEnds, cancelReason);
  }

  /** The last word holds; what has not ended ends as it turned out. */
  Referral concluded(LoopOutcome result, ConfirmedBy by, Instant at) {
    boolean helped = result == LoopOutcome.NEED_MET || result == LoopOutcome.PARTLY_MET;
    Referral last =
        status.ended()
            ? this
            : become(helped ? ReferralStatus.COMPLETED : ReferralStatus.FAILED, at);
    return new Referral(
        id,
        barrier,
        caseId,
        district,
        resource,
        way,
        last.status,
        draftedBy,
        draftedAt,
        last.statusAt,
        news,
        linkEnds,
        cancelReason,
        result,
        by,
        at);
  }

  private Referral with(
      ReferralStatus next,
      Instant at,
      int said,
      @Nullable Instant ends,
      @Nullable CancelReason reason) {
    return new Referral(
        id,
        barrier,
        caseId,
        district,
        resource,
        way,
        next,
        draftedBy,
        draftedAt,
        at,
        said,
        ends,
        reason,
        outcome,
        confirmedBy,
        outcomeAt);
  }
}
