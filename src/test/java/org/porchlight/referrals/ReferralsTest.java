package org.porchlight.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.porchlight.access.Disclosures;
import org.porchlight.access.Disclosures.Kind;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.CaseHistory;
import org.porchlight.referrals.ReferralFixture.Begun;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.ConfirmedBy;
import org.porchlight.referrals.record.Consent;
import org.porchlight.referrals.record.ConsentSheet;
import org.porchlight.referrals.record.LoopOutcome;
import org.porchlight.referrals.record.Match;
import org.porchlight.referrals.record.PartnerAnswer;
import org.porchlight.referrals.record.PartnerNews;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.ReferralRefused;
import org.porchlight.referrals.record.ReferralStatus;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.referrals.record.RejectReason;
import org.porchlight.referrals.record.SharedFact;
import org.porchlight.referrals.record.Way;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;

@PorchlightTest
class ReferralsTest {

  @Autowired ReferralFixture fixture;
  @Autowired Referrals referrals;
  @Autowired PartnerNews partners;
  @Autowired Disclosures disclosures;
  @Autowired CaseHistory history;
  @Autowired Clock clock;

  @Test
  void shouldShareNothingWithoutASignatureThatNamesIt() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID id = draft(begun, Way.WITH_CONSENT);

    assertRefused(() -> send(id), ReferralRefused.Code.NO_CONSENT);
    Consent good = fixture.paper(id, begun.coordinator().id(), Set.of(SharedFact.PHONE));
    assertRefused(() -> referrals.consent(id, good), ReferralRefused.Code.NOTHING_SHARED);
    Consent stranger =
        new Consent(
            UUID.randomUUID(),
            Consent.How.PAPER,
            good.signedOn(),
            null,
            good.recordedBy(),
            good.recordedAt(),
            Set.of(SharedFact.FIRST_NAME, SharedFact.PHONE),
            null,
            null);
    assertRefused(() -> referrals.consent(id, stranger), ReferralRefused.Code.SIGNER_UNKNOWN);
    Consent alone =
        new Consent(
            fixture.signer(id),
            Consent.How.PHONE,
            good.signedOn(),
            good.recordedBy(),
            good.recordedBy(),
            good.recordedAt(),
            Set.of(SharedFact.FIRST_NAME, SharedFact.PHONE),
            null,
            null);
    assertRefused(() -> referrals.consent(id, alone), ReferralRefused.Code.WITNESS_MISSING);
    assertRefused(
        () ->
            referrals.consent(
                id,
                fixture.paper(
                    id,
                    begun.coordinator().id(),
                    Set.of(SharedFact.FIRST_NAME, SharedFact.PHONE, SharedFact.TOWN))),
        ReferralRefused.Code.FACT_UNKNOWN);
    assertThat(referrals.find(id).map(Referral::status)).hasValue(ReferralStatus.CONSENT_PENDING);
    assertThat(disclosures.of(begun.opened().family())).isEmpty();
  }

  @Test
  void shouldPutBeforeTheFamilyWhatWouldBeSharedWithWhom() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);

    ConsentSheet sheet = referrals.sheet(draft(begun, Way.WITH_CONSENT));

    assertThat(sheet.recipient()).isEqualTo("Harbor Food Pantry");
    assertThat(sheet.organization()).isEqualTo("Harbor Neighbors");
    assertThat(sheet.signers())
        .singleElement()
        .satisfies(
            signer -> {
              assertThat(signer.name()).isEqualTo("Samira Haddad");
              assertThat(signer.facts())
                  .containsEntry(SharedFact.FIRST_NAME, "Samira")
                  .containsEntry(SharedFact.PHONE, "(860) 555-0142")
                  .containsEntry(SharedFact.LANGUAGE, "Arabic")
                  .containsEntry(SharedFact.CHILD_FIRST_NAME, "Nadia")
                  .doesNotContainKey(SharedFact.TOWN);
            });
  }

  @Test
  void shouldLetAStudentWhoIsOfAgeSignAndNobodyElse() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID id = draft(begun, Way.WITH_CONSENT);
    UUID guardian = fixture.signer(id);
    UUID student = fixture.born(begun, LocalDate.now(clock).minusYears(18).minusDays(2));

    assertThat(referrals.sheet(id).signers())
        .singleElement()
        .satisfies(
            signer -> {
              assertThat(signer.id()).isEqualTo(student);
              assertThat(signer.name()).isEqualTo("Nadia Haddad");
              assertThat(signer.student()).isTrue();
              assertThat(signer.facts())
                  .containsEntry(SharedFact.FIRST_NAME, "Nadia")
                  .containsEntry(SharedFact.PHONE, "(860) 555-0142")
                  .doesNotContainKey(SharedFact.CHILD_FIRST_NAME);
            });
    Set<SharedFact> facts = Set.of(SharedFact.FIRST_NAME, SharedFact.PHONE);
    Consent good = fixture.paper(id, begun.coordinator().id(), facts);
    Consent byGuardian =
        new Consent(
            guardian,
            good.how(),
            good.signedOn(),
            null,
            good.recordedBy(),
            good.recordedAt(),
            facts,
            null,
            null);
    assertRefused(() -> referrals.consent(id, byGuardian), ReferralRefused.Code.SIGNER_UNKNOWN);

    referrals.consent(id, good);
    send(id);
    assertThat(disclosures.of(begun.opened().family()))
        .singleElement()
        .satisfies(
            made ->
                assertThat(made.students())
                    .singleElement()
                    .extracting(each -> each.value())
                    .isEqualTo(student));
  }

  @Test
  void shouldLetGuardiansSignUntilTheBirthday() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID id = draft(begun, Way.WITH_CONSENT);
    fixture.born(begun, LocalDate.now(clock).minusYears(18).plusDays(2));

    assertThat(referrals.sheet(id).signers()).singleElement().matches(one -> !one.student());
  }

  @Test
  void shouldRecordEachDisclosureAndTellOthersIdsAndCodesOnly() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID id = fixture.consented(begun);

    send(id);

    assertThat(referrals.find(id).map(Referral::status)).hasValue(ReferralStatus.REQUESTED);
    assertThat(disclosures.of(begun.opened().family()))
        .singleElement()
        .satisfies(
            made -> {
              assertThat(made.kind()).isEqualTo(Kind.SENT);
              assertThat(made.party()).isEqualTo("Harbor Food Pantry, Harbor Neighbors");
              assertThat(made.what()).containsExactly("FIRST_NAME", "PHONE", "LANGUAGE");
              assertThat(made.students()).hasSize(1);
              assertThat(made.by()).isEqualTo(begun.coordinator().id());
            });
    assertThat(fixture.events(id))
        .hasSize(3)
        .allMatch(event -> event.contains(begun.pantry().toString()))
        .noneMatch(event -> event.matches("(?s).*(Samira|Haddad|Nadia|555|Harbor|FOOD|words).*"));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(fixture.unpublished(id)).as("waiting for Kafka").isZero());
    assertThat(kinds(begun))
        .containsSubsequence(
            "referrals.drafted.WITH_CONSENT", "referrals.consented.PAPER", "referrals.sent");
  }

  @Test
  void shouldNotTellOthersOfAResourceForWhatWasToldInConfidence() {
    Begun begun = fixture.begin(BarrierCode.B_JUSTICE_FOSTER);
    UUID id = draft(begun, Way.FAMILY_CARRIES);

    assertThat(fixture.events(id)).noneMatch(event -> event.contains(begun.pantry().toString()));
  }

  @Test
  void shouldTellTheProcessEachThingThatThePartnerSaysOnce() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID id = fixture.consented(begun);
    send(id);

    partners.say(id, PartnerAnswer.ACCEPTED, null, null, clock.instant());
    partners.say(id, PartnerAnswer.PROGRESS, null, "First box given", clock.instant());
    partners.say(id, PartnerAnswer.DONE, null, null, clock.instant());

    assertThat(referrals.news(id)).isEqualTo(3);
    assertThat(fixture.told(begun.barrier())).contains(id + ":1", id + ":2", id + ":3");
    assertThat(referrals.said(id)).element(1).extracting("words").isEqualTo("First box given");
    assertRefused(
        () ->
            partners.say(id, PartnerAnswer.REJECTED, RejectReason.NO_PLACE, null, clock.instant()),
        ReferralRefused.Code.NOT_NOW);
    referrals.outcome(id, LoopOutcome.NEED_MET, ConfirmedBy.FAMILY, clock.instant());
    assertThat(referrals.find(id).orElseThrow())
        .satisfies(
            now -> {
              assertThat(now.status()).isEqualTo(ReferralStatus.COMPLETED);
              assertThat(now.outcome()).isEqualTo(LoopOutcome.NEED_MET);
            });
  }

  @Test
  void shouldEndAtOnceWhereTheFamilyTakesItsConsentBack() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID id = fixture.consented(begun);
    send(id);

    referrals.cancel(id, CancelReason.CONSENT_WITHDRAWN, begun.coordinator().id(), clock.instant());
    referrals.cancel(id, CancelReason.CONSENT_WITHDRAWN, begun.coordinator().id(), clock.instant());

    assertThat(fixture.told(begun.barrier())).contains("referrals.consentWithdrawn:" + id);
    assertRefused(() -> send(id), ReferralRefused.Code.NO_CONSENT);
    assertRefused(
        () -> partners.say(id, PartnerAnswer.DONE, null, null, clock.instant()),
        ReferralRefused.Code.NOT_NOW);
    assertThat(kinds(begun)).containsOnlyOnce("referrals.cancelled.CONSENT_WITHDRAWN");
  }

  @Test
  void shouldNotSendWhereThereIsNoAddress() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID soup =
        referrals.match(begun.barrier()).stream()
            .map(match -> match.resource())
            .filter(resource -> resource.email() == null)
            .findFirst()
            .orElseThrow()
            .id();
    UUID id =
        referrals.draft(
            begun.barrier(), soup, Way.WITH_CONSENT, begun.coordinator().id(), clock.instant());
    referrals.consent(
        id,
        fixture.paper(
            id, begun.coordinator().id(), Set.of(SharedFact.FIRST_NAME, SharedFact.PHONE)));

    assertThat(referrals.reachable(id)).isFalse();
    assertRefused(() -> send(id), ReferralRefused.Code.NO_ADDRESS);
    assertThat(referrals.find(id).map(Referral::status)).hasValue(ReferralStatus.DRAFT);
  }

  @Test
  void shouldRankWhatHelpsWithReasons() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    UUID before = draft(begun, Way.FAMILY_CARRIES);
    referrals.outcome(before, LoopOutcome.NEED_MET, ConfirmedBy.FAMILY, clock.instant());

    var matches = referrals.match(begun.barrier());

    assertThat(matches)
        .extracting(match -> match.resource().name())
        .startsWith("Harbor Food Pantry");
    assertThat(matches)
        .extracting(match -> match.resource().name())
        .contains("Evening Soup Kitchen")
        .doesNotContain("Warm Coats");
    assertThat(matches.getFirst().reasons())
        .contains(
            new Match.Reason(Match.Why.LANGUAGE, java.util.List.of("Arabic"), true),
            new Match.Reason(Match.Why.BEFORE, java.util.List.of("1", "1"), true));
    assertThat(referrals.match(fixture.begin(BarrierCode.N_BULLYING).barrier())).isEmpty();
  }

  private UUID draft(Begun begun, Way way) {
    return referrals.draft(
        begun.barrier(), begun.pantry(), way, begun.coordinator().id(), clock.instant());
  }

  private void send(UUID id) {
    referrals.send(id, clock.instant().plus(Duration.ofDays(7)), clock.instant());
  }

  private java.util.List<String> kinds(Begun begun) {
    return history.timeline(begun.opened().caseId()).stream().map(CaseHistory.Entry::kind).toList();
  }

  private static void assertRefused(ThrowingCallable what, ReferralRefused.Code code) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            ReferralRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
