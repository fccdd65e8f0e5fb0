package org.porchlight.referrals.record;

import org.porchlight.shared.EventFeed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of referrals, for other systems. */
@Configuration(proxyBeanMethods = false)
class ReferralEventFeed {

  private static final long LOCK = 820;

  @Bean
  EventFeed.Outbox referralOutbox(
      @Value("${porchlight.referrals.event-topic:referral.events}") String topic) {
    return new EventFeed.Outbox("referrals.event_outbox", "referral_id", topic, "referrals", LOCK);
  }
}
