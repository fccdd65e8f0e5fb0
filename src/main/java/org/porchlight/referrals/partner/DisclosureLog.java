package org.porchlight.referrals.partner;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Disclosures;
import org.porchlight.access.Disclosures.Basis;
import org.porchlight.access.Disclosures.Disclosure;
import org.porchlight.access.Disclosures.Interest;
import org.porchlight.access.Disclosures.Kind;
import org.porchlight.cases.Cases;
import org.porchlight.referrals.record.Consents;
import org.porchlight.referrals.record.Referral;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/** Puts what partners receive on the record of disclosures. */
@Component
class DisclosureLog {

  private final Disclosures disclosures;
  private final Consents consents;
  private final Cases cases;

  DisclosureLog(Disclosures disclosures, Consents consents, Cases cases) {
    this.disclosures = disclosures;
    this.consents = consents;
    this.cases = cases;
  }

  void sent(Referral referral, Instant at) {
    add(referral, Kind.SENT, String.valueOf(at.toEpochMilli()), at, referral.draftedBy());
  }

  /** Once, however often it is read. */
  void opened(Referral referral, Instant at) {
    add(referral, Kind.OPENED, "first", at, null);
  }

  /** Asked for when it was no longer to be had: once a day. */
  void refused(Referral referral, Instant at) {
    add(referral, Kind.REFUSED, at.atZone(ZoneOffset.UTC).toLocalDate().toString(), at, null);
  }

  private void add(
      Referral referral, Kind kind, String occurrence, Instant at, @Nullable UserId by) {
    Consents.Given given = consents.of(referral.id()).orElseThrow();
    String organization = given.organization();
    disclosures.record(
        new Disclosure(
            "referral:" + referral.id() + ":" + kind + ":" + occurrence,
            kind,
            at,
            referral.district(),
            cases.get(referral.caseId()).family(),
            consents.students(referral),
            organization == null ? given.recipient() : given.recipient() + ", " + organization,
            Interest.REFERRAL,
            Basis.CONSENT,
            given.facts().keySet().stream().map(Enum::name).toList(),
            referral.id(),
            by));
  }
}
