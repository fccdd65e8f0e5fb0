package org.porchlight.referrals.partner;

import java.util.Optional;
import org.porchlight.messaging.LineTypes;
import org.porchlight.messaging.OptOuts;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.ResourceDirectory;
import org.porchlight.referrals.partner.LinkAddress.Channel;
import org.porchlight.referrals.record.Referral;
import org.porchlight.roster.GivenPhone;
import org.porchlight.shared.PhoneNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Finds where links to a resource go: by e-mail, or by text where it has none or prefers that. */
@Component
class LinkAddresses {

  private final ResourceDirectory directory;
  private final ObjectProvider<JavaMailSender> mail;
  private final OptOuts optOuts;
  private final LineTypes lines;

  LinkAddresses(
      ResourceDirectory directory,
      ObjectProvider<JavaMailSender> mail,
      OptOuts optOuts,
      LineTypes lines) {
    this.directory = directory;
    this.mail = mail;
    this.optOuts = optOuts;
    this.lines = lines;
  }

  /** Empty where nothing could be sent. */
  Optional<LinkAddress> of(Referral referral) {
    return directory.find(referral.district(), referral.resource()).flatMap(this::of);
  }

  private Optional<LinkAddress> of(Resource resource) {
    Optional<LinkAddress> email = email(resource);
    Optional<LinkAddress> phone = phone(resource);
    return resource.prefersTexts() ? phone.or(() -> email) : email.or(() -> phone);
  }

  private Optional<LinkAddress> email(Resource resource) {
    return Optional.ofNullable(resource.email())
        .filter(text -> text.matches("[^\\s@<>\"]+@[^\\s@<>\"]+"))
        .filter(text -> mail.getIfAvailable() != null)
        .map(text -> new LinkAddress(Channel.EMAIL, text));
  }

  /** Most numbers of a directory are for calls: one must say that it takes texts. */
  private Optional<LinkAddress> phone(Resource resource) {
    return resource.phones().stream()
        .filter(Resource.Phone::takesTexts)
        .map(phone -> GivenPhone.of(phone.number(), "cell", 0, true))
        .filter(GivenPhone::textable)
        .flatMap(phone -> Optional.ofNullable(phone.e164()).map(PhoneNumber::new).stream())
        .filter(phone -> !optOuts.optedOut(phone) && !lines.landline(phone))
        .findFirst()
        .map(phone -> new LinkAddress(Channel.TEXT, phone.e164()));
  }
}
