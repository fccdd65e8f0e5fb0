package org.porchlight.referrals.partner;

import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.porchlight.messaging.PublicAddress;
import org.porchlight.referrals.record.PartnerNews;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.roster.Districts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends links by e-mail. Each try has a token of its own, made just before and stored as a hash: a
 * crash between leaves a link that is sent once more, and only the last one opens.
 */
@Component
class LinkMail {

  private static final Logger LOG = LoggerFactory.getLogger(LinkMail.class);
  private static final int AT_ONCE = 10;

  private final LinkStore links;
  private final Referrals referrals;
  private final PartnerNews news;
  private final Districts districts;
  private final PublicAddress address;
  private final MessageSource words;
  private final ObjectProvider<JavaMailSender> mail;
  private final PartnerSettings settings;
  private final TransactionOperations transactions;
  private final Clock clock;

  LinkMail(
      LinkStore links,
      Referrals referrals,
      PartnerNews news,
      Districts districts,
      PublicAddress address,
      MessageSource words,
      ObjectProvider<JavaMailSender> mail,
      PartnerSettings settings,
      TransactionOperations transactions,
      Clock clock) {
    this.links = links;
    this.referrals = referrals;
    this.news = news;
    this.districts = districts;
    this.address = address;
    this.words = words;
    this.mail = mail;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${porchlight.referrals.mail-poll:1s}")
  void send() {
    JavaMailSender sender = mail.getIfAvailable();
    if (sender == null) {
      return;
    }
    Map<PartnerLink, Secret> taken = transactions.execute(status -> take());
    if (taken != null) {
      taken.forEach((link, token) -> send(sender, link, token));
    }
  }

  private Map<PartnerLink, Secret> take() {
    Instant now = clock.instant();
    Map<PartnerLink, Secret> taken = new LinkedHashMap<>();
    for (PartnerLink link : links.waiting(now, AT_ONCE)) {
      if (link.tries() >= settings.mailTries()) {
        giveUp(link);
      } else {
        Secret token = Secret.random();
        links.sending(
            link.id(), token, now.plus(settings.mailEvery().multipliedBy(1L << link.tries())));
        taken.put(link, token);
      }
    }
    return taken;
  }

  private void giveUp(PartnerLink link) {
    links.failed(link.id());
    news.notSent(link.referral(), link.id(), clock.instant());
  }

  private void send(JavaMailSender sender, PartnerLink link, Secret token) {
    try {
      sender.send(message(link, token));
    } catch (MailException e) {
      // Its message holds the address.
      LOG.warn("The e-mail of link {} was not taken, try {}", link.id(), link.tries() + 1);
      if (forGood(e)) {
        transactions.executeWithoutResult(status -> giveUp(link));
      }
      return;
    }
    transactions.executeWithoutResult(status -> links.sent(link.id(), clock.instant()));
  }

  /** There is no such address, or it is none: another try would end the same. */
  private static boolean forGood(MailException e) {
    return e instanceof MailParseException
        || e instanceof MailSendException sending
            && sending.getFailedMessages().values().stream()
                .anyMatch(
                    each ->
                        each instanceof SendFailedException failed
                            && failed.getInvalidAddresses() != null
                            && failed.getInvalidAddresses().length > 0);
  }

  private SimpleMailMessage message(PartnerLink link, Secret token) {
    Referral referral = referrals.find(link.referral()).orElseThrow();
    String district =
        districts.find(referral.district()).map(Districts.District::name).orElseThrow();
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(settings.mailFrom());
    message.setTo(link.address().to());
    message.setSubject(text("partner.mail.subject", district));
    message.setText(
        text("partner.mail.body", district, address.publicBase() + "/partner/" + token.text()));
    return message;
  }

  private String text(String key, Object... values) {
    return words.getMessage(key, values, Locale.ENGLISH);
  }
}
