package org.porchlight.referrals.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.referrals.loop.HelpSteps;
import org.porchlight.referrals.loop.HelpSteps.Step;
import org.porchlight.referrals.loop.Helps;
import org.porchlight.referrals.loop.TakenOn;
import org.porchlight.referrals.loop.TakenOnBarriers;
import org.porchlight.referrals.loop.Tries;
import org.porchlight.referrals.owner.Deadlines;
import org.porchlight.referrals.owner.HandingOn;
import org.porchlight.referrals.owner.LoopProperties;
import org.porchlight.referrals.owner.Owners;
import org.porchlight.referrals.owner.WaitsFor;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.PartnerAnswer;
import org.porchlight.referrals.record.PartnerNews;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.ReferralStatus;
import org.porchlight.referrals.record.Referrals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A referral while its partner has it: sent, answered, or met with silence. */
@Component
public class WithPartner {

  private static final String WAIT = "wait";
  private static final String OVER = "over";

  private final TakenOnBarriers barriers;
  private final Owners owners;
  private final HandingOn handingOn;
  private final Deadlines deadlines;
  private final Helps helps;
  private final HelpSteps steps;
  private final Tries tries;
  private final Referrals referrals;
  private final LoopProperties settings;
  private final Clock clock;

  WithPartner(
      TakenOnBarriers barriers,
      Owners owners,
      HandingOn handingOn,
      Deadlines deadlines,
      Helps helps,
      HelpSteps steps,
      Tries tries,
      Referrals referrals,
      LoopProperties settings,
      Clock clock) {
    this.barriers = barriers;
    this.owners = owners;
    this.handingOn = handingOn;
    this.deadlines = deadlines;
    this.helps = helps;
    this.steps = steps;
    this.tries = tries;
    this.referrals = referrals;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Sends it, or where the partner has it already and has not said a word, a new link.
   *
   * @return {@code sent}; {@code newsNumber} of what is waited for, until {@code partnerDueAt}
   */
  @Transactional
  public Map<String, Object> send(UUID barrier, UUID referral, long round) {
    TakenOn taken = barriers.get(barrier);
    Optional<Referral> open = tries.open(referral);
    if (taken.ended() || open.isEmpty()) {
      return waitFor(taken, WaitsFor.PARTNER, false);
    }
    if (!open.get().status().withPartner() && !referrals.reachable(referral)) {
      steps.add(barrier, "noAddress:" + round, Step.of(clock.instant(), "partner.NO_ADDRESS"));
      helps.save(taken.help().tries(null));
      tries.stop(referral, CancelReason.OTHER_RESOURCE, null);
      return waitFor(taken, WaitsFor.PARTNER, false);
    }
    ReferralStatus status = open.get().status();
    boolean silentSoFar = status == ReferralStatus.DRAFT || status == ReferralStatus.REQUESTED;
    if (steps.add(barrier, "sent:" + round, Step.of(clock.instant(), "partner.SENT"))) {
      moves(taken, silentSoFar ? WaitsFor.PARTNER : WaitsFor.PROGRESS, "WITH_PARTNER");
      if (silentSoFar) {
        Instant now = clock.instant();
        referrals.send(referral, now.plus(settings.linkLife()), now);
      }
    }
    return waitFor(taken, silentSoFar ? WaitsFor.PARTNER : WaitsFor.PROGRESS, true);
  }

  private Map<String, Object> waitFor(TakenOn taken, WaitsFor what, boolean sent) {
    return Map.of(
        "sent",
        sent,
        "partnerStep",
        OVER,
        "newsNumber",
        taken.help().newsHeard() + 1,
        "partnerDueAt",
        deadlines.text(taken, deadlines.of(taken, what)));
  }

  /**
   * @param number of what the partner said
   * @param said a {@link PartnerAnswer}, or {@link PartnerNews#NOT_SENT}
   * @return {@code partnerStep}: {@code wait}, {@code done} or {@code over}; {@code newsNumber} and
   *     {@code partnerDueAt} of the next wait
   */
  @Transactional
  public Map<String, Object> hear(UUID barrier, UUID referral, int number, String said) {
    TakenOn taken = barriers.get(barrier);
    if (said.equals(PartnerNews.NOT_SENT)) {
      return nothingArrived(taken, referral, number);
    }
    PartnerAnswer answer = PartnerAnswer.valueOf(said);
    if (!taken.ended() && taken.help().newsHeard() < number) {
      steps.add(
          barrier,
          "news:" + referral + ":" + number,
          Step.of(clock.instant(), "partner." + answer));
      moves(taken.with(taken.help().heard(number)), WaitsFor.PROGRESS, "PARTNER_" + answer);
    }
    String step =
        switch (answer) {
          case ACCEPTED, PROGRESS, WAIT_LISTED -> WAIT;
          case DONE -> "done";
          case REJECTED, FAILED -> OVER;
        };
    return Map.of(
        "partnerStep",
        step,
        "newsNumber",
        number + 1,
        "partnerDueAt",
        deadlines.text(taken, deadlines.of(taken, WaitsFor.PROGRESS)));
  }

  /** As where there is no address to send to: somebody finds another. */
  private Map<String, Object> nothingArrived(TakenOn taken, UUID referral, int number) {
    UUID barrier = taken.barrier().id();
    Step step = Step.of(clock.instant(), "partner.NOT_SENT");
    if (!taken.ended() && steps.add(barrier, "notSent:" + referral + ":" + number, step)) {
      if (referral.equals(taken.help().referral())) {
        helps.save(taken.help().tries(null));
      }
      tries.stop(referral, CancelReason.NOT_SENT, null);
    }
    return Map.of(
        "partnerStep",
        OVER,
        "newsNumber",
        number + 1,
        "partnerDueAt",
        deadlines.text(taken, deadlines.of(taken, WaitsFor.PARTNER)));
  }

  /** It stays with the partner, which may still answer; a person looks. */
  @Transactional
  public Map<String, Object> silence(UUID barrier, long round) {
    steps.add(barrier, "silent:" + round, Step.of(clock.instant(), "partner.SILENT"));
    return Map.of("partnerStep", OVER);
  }

  /** The consent was withdrawn, and the partner's access closed with it. */
  @Transactional
  public Map<String, Object> stopSharing(UUID barrier, UUID referral) {
    TakenOn taken = barriers.get(barrier);
    boolean first =
        steps.add(barrier, "withdrawn:" + referral, Step.of(clock.instant(), "partner.WITHDRAWN"));
    if (first && !taken.ended() && referral.equals(taken.help().referral())) {
      helps.save(taken.help().tries(null));
      tries.stop(referral, CancelReason.CONSENT_WITHDRAWN, null);
    }
    return Map.of();
  }

  /** While the partner has it the choosers own it; they look a little after it should answer. */
  private void moves(TakenOn taken, WaitsFor what, String why) {
    Instant until = deadlines.soonAfter(taken, deadlines.of(taken, what));
    handingOn.toOwner(taken, owners.choosers(taken).getFirst(), until, why);
  }
}
