package org.porchlight.referrals.partner;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.MessageFailed;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.PublicAddress;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.SendWindows;
import org.porchlight.messaging.StillWanted;
import org.porchlight.messaging.TextSecrets;
import org.porchlight.referrals.record.PartnerNews;
import org.porchlight.referrals.record.Referral;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.PhoneNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends links by text: who asks, and a link; nothing of the family, nor of what it is about. Each
 * call of the provider has a token of its own, as each try of an e-mail.
 */
@Component
class LinkTexts implements StillWanted, TextSecrets {

  static final String PURPOSE = "referrals.partnerLink";

  /** The languages of a directory are those that a service offers families, not its desk's. */
  private static final String ENGLISH = "en";

  private final Messages messages;
  private final SendWindows windows;
  private final PublicAddress address;
  private final LinkStore links;
  private final PartnerNews news;
  private final PartnerSettings settings;
  private final Clock clock;

  LinkTexts(
      Messages messages,
      SendWindows windows,
      PublicAddress address,
      LinkStore links,
      PartnerNews news,
      PartnerSettings settings,
      Clock clock) {
    this.messages = messages;
    this.windows = windows;
    this.address = address;
    this.links = links;
    this.news = news;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @return the text's id
   */
  UUID send(Referral referral, UUID link, String phone, Instant ends, Instant at) {
    Instant late = windows.dueAfter(referral.district(), at, settings.textWithin());
    return messages.request(
        new MessageRequest(
            referral.district(),
            new PhoneNumber(phone),
            new Recipient.OfPartner(referral.resource()),
            null,
            PURPOSE,
            link.toString(),
            PURPOSE,
            ENGLISH,
            Map.of("link", address.publicBase() + "/partner/" + MARK),
            at,
            late.isBefore(ends) ? late : ends,
            false));
  }

  @Override
  public String purposePrefix() {
    return PURPOSE;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean stillWanted(String purpose, String occurrence, @Nullable CaseId caseId) {
    return links
        .find(UUID.fromString(occurrence))
        .filter(link -> link.opens(clock.instant()))
        .isPresent();
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  @Transactional
  public String next(String occurrence) {
    Secret token = Secret.random();
    links.texting(UUID.fromString(occurrence), token, clock.instant());
    return token.text();
  }

  /**
   * It will not arrive: as an e-mail that no server takes. Where nobody can tell, the partner may
   * still open it; its silence is looked after.
   */
  @EventListener
  @Transactional
  void on(MessageFailed failed) {
    if (failed.purpose().equals(PURPOSE) && failed.reason() != MessageFailed.Reason.UNKNOWN) {
      links
          .ofText(failed.message())
          .filter(link -> link.closedAt() == null && link.openedAt() == null)
          .ifPresent(
              link -> {
                links.failed(link.id());
                news.notSent(link.referral(), link.id(), clock.instant());
              });
    }
  }
}
