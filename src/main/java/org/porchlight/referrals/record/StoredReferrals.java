package org.porchlight.referrals.record;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Cases;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredReferrals implements Referrals {

  private final ReferralRows rows;
  private final ReferralDiary diary;
  private final Consents consents;
  private final PartnerNews partners;
  private final PartnerAccess access;
  private final ReferralMessages messages;
  private final ResourceDirectory directory;
  private final Barriers barriers;
  private final Cases cases;
  private final Matching matching;

  StoredReferrals(
      ReferralRows rows,
      ReferralDiary diary,
      Consents consents,
      PartnerNews partners,
      PartnerAccess access,
      ReferralMessages messages,
      ResourceDirectory directory,
      Barriers barriers,
      Cases cases,
      Matching matching) {
    this.rows = rows;
    this.diary = diary;
    this.consents = consents;
    this.partners = partners;
    this.access = access;
    this.messages = messages;
    this.directory = directory;
    this.barriers = barriers;
    this.cases = cases;
    this.matching = matching;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Match> match(UUID barrier) {
    return matching.rank(barrier(barrier));
  }

  @Override
  public UUID draft(UUID barrier, UUID resource, Way way, UserId by, Instant at) {
    Barrier of = barrier(barrier);
    DistrictId district = cases.get(of.caseId()).district();
    if (directory.find(district, resource).filter(Resource::open).isEmpty()) {
      throw ReferralRefused.noSuchResource(resource);
    }
    ReferralStatus first =
        way == Way.WITH_CONSENT ? ReferralStatus.CONSENT_PENDING : ReferralStatus.DRAFT;
    UUID id = UUID.randomUUID();
    diary.drafted(
        new Referral(
            id,
            barrier,
            of.caseId(),
            district,
            resource,
            way,
            first,
            by,
            at,
            at,
            0,
            null,
            null,
            null,
            null,
            null));
    return id;
  }

  private Barrier barrier(UUID barrier) {
    return barriers
        .find(barrier)
        .orElseThrow(() -> new NoSuchElementException("There is no barrier " + barrier));
  }

  @Override
  @Transactional(readOnly = true)
  public ConsentSheet sheet(UUID referral) {
    return consents.sheet(rows.find(referral).orElseThrow());
  }

  @Override
  public void consent(UUID referral, Consent consent) {
    Referral before = rows.lock(referral);
    Referral now = before.become(ReferralStatus.DRAFT, consent.recordedAt());
    consents.keep(before, consent);
    diary.changed(
        now, "consented." + consent.how(), "consented", consent.recordedBy(), consent.recordedAt());
  }

  @Override
  public void send(UUID referral, Instant linkEnds, Instant at) {
    Referral before = rows.lock(referral);
    if (before.way() != Way.WITH_CONSENT || !consents.given(referral)) {
      throw ReferralRefused.noConsent(referral);
    }
    if (!access.reachable(before)) {
      throw ReferralRefused.noAddress(referral);
    }
    Referral now = before.sent(linkEnds, at);
    diary.changed(now, "sent", "sent", null, at);
    access.open(now, linkEnds, at);
  }

  @Override
  @Transactional(readOnly = true)
  public boolean reachable(UUID referral) {
    return access.reachable(rows.find(referral).orElseThrow());
  }

  @Override
  public void cancel(UUID referral, CancelReason reason, @Nullable UserId by, Instant at) {
    Referral before = rows.lock(referral);
    boolean withdrawn =
        reason == CancelReason.CONSENT_WITHDRAWN && consents.withdraw(referral, by, at);
    access.close(before, at);
    if (before.status().ended()) {
      if (withdrawn) {
        diary.note(before, "withdrawn", by, at);
      }
      return;
    }
    Referral now = before.cancelled(reason, at);
    diary.changed(now, "cancelled." + reason, "cancelled", by, at);
    if (reason == CancelReason.CONSENT_WITHDRAWN) {
      messages.consentWithdrawn(now);
    }
  }

  @Override
  public void outcome(UUID referral, LoopOutcome outcome, ConfirmedBy by, Instant at) {
    Referral now = rows.lock(referral).concluded(outcome, by, at);
    access.close(now, at);
    diary.changed(now, "outcome." + outcome, "outcomeConfirmed", null, at);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Referral> find(UUID referral) {
    return rows.find(referral);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Referral> of(UUID barrier) {
    return rows.ofBarrier(barrier);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Referral> of(CaseId id) {
    return rows.ofCase(id);
  }

  @Override
  @Transactional(readOnly = true)
  public boolean undelivered(UUID referral) {
    return access.undelivered(referral);
  }

  @Override
  @Transactional(readOnly = true)
  public int news(UUID referral) {
    return rows.find(referral).map(Referral::news).orElse(0);
  }

  @Override
  @Transactional(readOnly = true)
  public List<News> said(UUID referral) {
    return partners.said(referral);
  }
}
