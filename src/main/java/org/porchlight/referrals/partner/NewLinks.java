package org.porchlight.referrals.partner;

import java.time.Instant;
import java.util.UUID;
import org.porchlight.referrals.partner.LinkAddress.Channel;
import org.porchlight.referrals.record.Referral;
import org.springframework.stereotype.Component;

/** Makes links: one by e-mail waits for {@link LinkMail}, one by text is asked for at once. */
@Component
class NewLinks {

  private final LinkStore links;
  private final LinkTexts texts;

  NewLinks(LinkStore links, LinkTexts texts) {
    this.links = links;
    this.texts = texts;
  }

  /** In place of any earlier one, in the caller's transaction. */
  void send(Referral referral, LinkAddress to, Instant ends, Instant at) {
    links.close(referral.id(), at);
    UUID link = links.add(referral.id(), to, ends, at);
    if (to.by() == Channel.TEXT) {
      links.texted(link, texts.send(referral, link, to.to(), ends, at));
    }
  }
}
