package org.porchlight.referrals.choosing;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.referrals.loop.Help;
import org.porchlight.referrals.loop.HelpForm;
import org.porchlight.referrals.loop.HelpSteps;
import org.porchlight.referrals.loop.HelpSteps.Step;
import org.porchlight.referrals.loop.Helps;
import org.porchlight.referrals.loop.TakenOn;
import org.porchlight.referrals.loop.TakenOnBarriers;
import org.porchlight.referrals.loop.Tries;
import org.porchlight.referrals.owner.ToDo;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.Consent;
import org.porchlight.referrals.record.Referral;
import org.porchlight.referrals.record.ReferralStatus;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.referrals.record.SharedFact;
import org.porchlight.referrals.record.Way;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The family agrees that facts are shared, goes there itself, or wants neither. */
@Component
public class RecordConsent {

  private final TakenOnBarriers barriers;
  private final ToDo toDo;
  private final Helps helps;
  private final HelpSteps steps;
  private final Tries tries;
  private final Referrals referrals;
  private final Submissions submissions;
  private final Clock clock;

  RecordConsent(
      TakenOnBarriers barriers,
      ToDo toDo,
      Helps helps,
      HelpSteps steps,
      Tries tries,
      Referrals referrals,
      Submissions submissions,
      Clock clock) {
    this.barriers = barriers;
    this.toDo = toDo;
    this.helps = helps;
    this.steps = steps;
    this.tries = tries;
    this.referrals = referrals;
    this.submissions = submissions;
    this.clock = clock;
  }

  /** {@code consentDueAt}, {@code ownerGroups}. */
  @Transactional
  public Map<String, Object> plan(UUID barrier) {
    return toDo.forChoosers(barriers.get(barrier), "consentDueAt", "ASKS_CONSENT");
  }

  /** {@code consent}: {@code given}, {@code carries} or {@code refused}; {@code referralId}. */
  @Transactional
  public Map<String, Object> apply(UUID barrier, UUID submissionId) {
    TakenOn taken = barriers.get(barrier);
    Submission said = submissions.get(submissionId);
    HelpForm form = new HelpForm(said.data());
    String answer = form.code("answer");
    Step step = Step.by(said.at(), "consent." + answer, said.by(), form.text("note"));
    if (!taken.ended() && steps.add(barrier, "consent:" + submissionId, step)) {
      take(taken, said, form, answer);
    }
    Map<String, Object> variables = new HashMap<>();
    Help now = barriers.get(barrier).help();
    UUID referral = now.referral();
    variables.put("consent", consent(answer, referral));
    if (referral != null) {
      variables.put("referralId", referral.toString());
    }
    return variables;
  }

  /** A consent that was taken back before it could be used is none. */
  private String consent(String answer, @Nullable UUID referral) {
    boolean open = tries.open(referral).isPresent();
    return switch (answer) {
      case "GIVEN" -> open ? "given" : "refused";
      case "CARRIES" -> open ? "carries" : "refused";
      default -> "refused";
    };
  }

  private void take(TakenOn taken, Submission said, HelpForm form, String answer) {
    Help help = taken.help();
    Referral asked = tries.open(help.referral()).orElse(null);
    if (asked == null) {
      return;
    }
    switch (answer) {
      case "GIVEN" -> {
        if (asked.status() == ReferralStatus.CONSENT_PENDING) {
          referrals.consent(asked.id(), consent(said, form));
        }
      }
      case "CARRIES" -> {
        UUID next =
            referrals.draft(
                help.barrier(), asked.resource(), Way.FAMILY_CARRIES, said.by(), clock.instant());
        helps.save(help.tries(next));
        tries.stop(asked.id(), CancelReason.FAMILY_CHANGED_MIND, said.by());
      }
      default -> {
        helps.save(help.tries(null));
        tries.stop(asked.id(), CancelReason.FAMILY_CHANGED_MIND, said.by());
      }
    }
  }

  private Consent consent(Submission said, HelpForm form) {
    String witness = form.text("witness");
    return new Consent(
        UUID.fromString(form.code("signedBy")),
        Consent.How.valueOf(form.code("how")),
        form.day("signedOn"),
        witness == null ? null : UserId.of(witness),
        said.by(),
        clock.instant(),
        facts(form),
        form.text("bestTime"),
        form.text("words"));
  }

  /** What was ticked, and what was written to be shared. */
  static Set<SharedFact> facts(HelpForm form) {
    Set<SharedFact> facts = EnumSet.noneOf(SharedFact.class);
    form.codes("facts").forEach(code -> facts.add(SharedFact.valueOf(code)));
    if (form.text("bestTime") != null) {
      facts.add(SharedFact.BEST_TIME);
    }
    if (form.text("words") != null) {
      facts.add(SharedFact.WORDS);
    }
    return facts;
  }
}
