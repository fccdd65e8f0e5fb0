package org.porchlight.referrals.record;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.springframework.stereotype.Component;

/** What the referral's process hears of partners and families. */
@Component
class ReferralMessages {

  private static final String PARTNER_ANSWERED = "referrals.partnerAnswered";
  private static final String CONSENT_WITHDRAWN = "referrals.consentWithdrawn";

  /** The process may come to wait for it much later: it reads one after the other. */
  private static final Duration LIFE = Duration.ofDays(120);

  private final ProcessEngine engine;

  ReferralMessages(ProcessEngine engine) {
    this.engine = engine;
  }

  /** The referral's news of this number, once. */
  void partnerAnswered(Referral about, PartnerAnswer answer) {
    String key = about.id() + ":" + about.news();
    engine.publish(
        new ProcessMessage(
            PARTNER_ANSWERED,
            key,
            key,
            LIFE,
            about.barrier(),
            Map.of("partnerAnswer", answer.name())));
  }

  /** In place of the news that it waits for; each link that failed says so once. */
  void notSent(Referral about, UUID link) {
    String key = about.id() + ":" + (about.news() + 1);
    engine.publish(
        new ProcessMessage(
            PARTNER_ANSWERED,
            key,
            key + ":" + link,
            LIFE,
            about.barrier(),
            Map.of("partnerAnswer", PartnerNews.NOT_SENT)));
  }

  void consentWithdrawn(Referral about) {
    String key = about.id().toString();
    engine.publish(
        new ProcessMessage(
            CONSENT_WITHDRAWN,
            key,
            CONSENT_WITHDRAWN + ":" + key,
            LIFE,
            about.barrier(),
            Map.of()));
  }
}
