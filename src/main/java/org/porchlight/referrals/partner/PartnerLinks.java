package org.porchlight.referrals.partner;

import java.time.Instant;
import java.util.UUID;
import org.porchlight.referrals.record.PartnerAccess;
import org.porchlight.referrals.record.Referral;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links to partners: sent, spent once, closed, asked for anew. */
@Component
class PartnerLinks implements PartnerAccess {

  private final LinkStore links;
  private final NewLinks newLinks;
  private final LinkAddresses addresses;
  private final DisclosureLog disclosures;

  PartnerLinks(
      LinkStore links, NewLinks newLinks, LinkAddresses addresses, DisclosureLog disclosures) {
    this.links = links;
    this.newLinks = newLinks;
    this.addresses = addresses;
    this.disclosures = disclosures;
  }

  @Override
  public boolean reachable(Referral referral) {
    return addresses.of(referral).isPresent();
  }

  @Override
  @Transactional
  public void open(Referral referral, Instant ends, Instant at) {
    newLinks.send(referral, addresses.of(referral).orElseThrow(), ends, at);
    disclosures.sent(referral, at);
  }

  @Override
  public boolean undelivered(UUID referral) {
    return links.undelivered(referral);
  }

  @Override
  @Transactional
  public void close(Referral referral, Instant at) {
    links.close(referral.id(), at);
  }
}
