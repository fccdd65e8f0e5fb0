package org.porchlight.referrals.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.Consents;
import org.porchlight.referrals.record.PartnerAnswer;
import org.porchlight.referrals.record.PartnerNews;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.referrals.record.RejectReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides who sees a referral without an account: whoever has spent its link, for a short while.
 */
@Component
class PartnerDoor {

  private static final Duration BETWEEN_NEW_LINKS = Duration.ofMinutes(2);

  private final LinkStore links;
  private final NewLinks newLinks;
  private final Referrals referrals;
  private final Consents consents;
  private final PartnerNews news;
  private final DisclosureLog disclosures;
  private final PartnerSettings settings;
  private final Clock clock;

  PartnerDoor(
      LinkStore links,
      NewLinks newLinks,
      Referrals referrals,
      Consents consents,
      PartnerNews news,
      DisclosureLog disclosures,
      PartnerSettings settings,
      Clock clock) {
    this.links = links;
    this.newLinks = newLinks;
    this.referrals = referrals;
    this.consents = consents;
    this.news = news;
    this.disclosures = disclosures;
    this.settings = settings;
    this.clock = clock;
  }

  /** What a partner sees. */
  sealed interface Seen {

    /** The referral, with what the family agreed to share. */
    record Open(Referral referral, Consents.Given consent) implements Seen {}

    /** It has ended, or the family took back what it agreed to: nothing of it is shown. */
    record Over(boolean withdrawn) implements Seen {}

    /** There is no such visit, or its time is over. */
    record Nothing() implements Seen {}
  }

  /**
   * Spends a link. Empty where it opens nothing: unknown, spent, too old or closed.
   *
   * @return what the browser keeps from now on
   */
  @Transactional
  Optional<Secret> spend(Secret token) {
    Instant now = clock.instant();
    PartnerLink link = links.byToken(token).orElse(null);
    if (link == null) {
      return Optional.empty();
    }
    Referral referral = referrals.find(link.referral()).orElseThrow();
    if (!link.opens(now) || !shown(referral)) {
      if (withdrawn(referral)) {
        disclosures.refused(referral, now);
      }
      return Optional.empty();
    }
    Secret visit = Secret.random();
    links.spend(link.id(), visit, now.plus(settings.visit()), now);
    disclosures.opened(referral, now);
    news.opened(referral, now);
    return Optional.of(visit);
  }

  @Transactional
  Seen look(Secret visit) {
    Instant now = clock.instant();
    PartnerLink link = links.byVisit(visit).orElse(null);
    if (link == null) {
      return new Seen.Nothing();
    }
    Referral referral = referrals.find(link.referral()).orElseThrow();
    if (withdrawn(referral)) {
      disclosures.refused(referral, now);
      return new Seen.Over(true);
    }
    if (referral.status().ended()) {
      return new Seen.Over(false);
    }
    return link.visited(now) && shown(referral)
        ? new Seen.Open(referral, consents.of(referral.id()).orElseThrow())
        : new Seen.Nothing();
  }

  /** False where the visit is over; throws as {@link PartnerNews#say}. */
  @Transactional
  boolean answer(
      Secret visit, PartnerAnswer answer, @Nullable RejectReason reason, @Nullable String words) {
    if (look(visit) instanceof Seen.Open open) {
      news.say(open.referral().id(), answer, reason, words, clock.instant());
      return true;
    }
    return false;
  }

  /** Sends another link to the address that this one went to, where that still makes sense. */
  @Transactional
  void askForNew(Secret token) {
    Instant now = clock.instant();
    links
        .byToken(token)
        .ifPresent(
            old -> {
              Referral referral = referrals.find(old.referral()).orElseThrow();
              if (shown(referral) && mayHaveNew(referral, now)) {
                newLinks.send(referral, old.address(), now.plus(settings.newLink()), now);
              }
            });
  }

  private boolean mayHaveNew(Referral referral, Instant now) {
    return links.madeSince(referral.id(), now.minus(Duration.ofDays(1))) <= settings.newLinksADay()
        && links.madeSince(referral.id(), now.minus(BETWEEN_NEW_LINKS)) == 0;
  }

  @Transactional
  void leave(Secret visit) {
    links.byVisit(visit).ifPresent(link -> links.endVisit(link.id(), clock.instant()));
  }

  private boolean shown(Referral referral) {
    return referral.status().withPartner() && consents.given(referral.id());
  }

  private boolean withdrawn(Referral referral) {
    return referral.cancelReason() == CancelReason.CONSENT_WITHDRAWN
        || consents.of(referral.id()).filter(given -> given.withdrawnAt() != null).isPresent();
  }
}
