package org.porchlight.referrals.partner;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.referrals.record.PartnerAccess;
import org.porchlight.referrals.record.Referral;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links to partners: sent, spent once, closed, asked for anew. */
@Component
class PartnerLinks implements PartnerAccess {

  private final LinkStore links;
  private final DisclosureLog disclosures;
  private final ResourceDirectory directory;
  private final ObjectProvider<JavaMailSender> mail;

  PartnerLinks(
      LinkStore links,
      DisclosureLog disclosures,
      ResourceDirectory directory,
      ObjectProvider<JavaMailSender> mail) {
    this.links = links;
    this.disclosures = disclosures;
    this.directory = directory;
    this.mail = mail;
  }

  @Override
  public boolean reachable(Referral referral) {
    return mail.getIfAvailable() != null && address(referral).isPresent();
  }

  private Optional<String> address(Referral referral) {
    return directory
        .find(referral.district(), referral.resource())
        .map(Resource::email)
        .filter(text -> text.matches("[^\\s@<>\"]+@[^\\s@<>\"]+"));
  }

  @Override
  @Transactional
  public void open(Referral referral, Instant ends, Instant at) {
    String address = address(referral).orElseThrow();
    links.close(referral.id(), at);
    links.add(referral.id(), address, ends, at);
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
