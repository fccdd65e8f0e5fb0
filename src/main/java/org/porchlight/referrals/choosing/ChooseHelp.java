package org.porchlight.referrals.choosing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.referrals.SchoolRole;
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
import org.porchlight.referrals.record.Referrals;
import org.porchlight.referrals.record.Way;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person chooses what helps, or says why nothing is needed. */
@Component
public class ChooseHelp {

  private final TakenOnBarriers barriers;
  private final ToDo toDo;
  private final Helps helps;
  private final HelpSteps steps;
  private final Tries tries;
  private final Referrals referrals;
  private final Barriers kept;
  private final Submissions submissions;
  private final Clock clock;

  ChooseHelp(
      TakenOnBarriers barriers,
      ToDo toDo,
      Helps helps,
      HelpSteps steps,
      Tries tries,
      Referrals referrals,
      Barriers kept,
      Submissions submissions,
      Clock clock) {
    this.barriers = barriers;
    this.toDo = toDo;
    this.helps = helps;
    this.steps = steps;
    this.tries = tries;
    this.referrals = referrals;
    this.kept = kept;
    this.submissions = submissions;
    this.clock = clock;
  }

  /** {@code chooseDueAt}, {@code ownerGroups}. */
  @Transactional
  public Map<String, Object> plan(UUID barrier) {
    return toDo.forChoosers(barriers.get(barrier), "chooseDueAt", "CHOOSES");
  }

  /**
   * @return {@code help}: {@code resource}, {@code carries}, {@code action}, {@code ask}, {@code
   *     wait} or {@code settled}, and {@code referralId} where there is a try
   */
  @Transactional
  public Map<String, Object> apply(UUID barrier, UUID submissionId) {
    TakenOn taken = barriers.get(barrier);
    Submission said = submissions.get(submissionId);
    HelpForm form = new HelpForm(said.data());
    String choice = form.code("choice");
    boolean first = !taken.ended() && keep(taken, said, form, choice);
    if (first) {
      take(taken, said, form, choice);
    }
    Map<String, Object> variables = new HashMap<>();
    variables.put("help", help(taken, choice));
    UUID referral = barriers.get(barrier).help().referral();
    if (referral != null) {
      variables.put("referralId", referral.toString());
    }
    return variables;
  }

  private static String help(TakenOn taken, String choice) {
    if (taken.ended()) {
      return "settled";
    }
    return switch (choice) {
      case "RESOURCE" -> "resource";
      case "CARRIES" -> "carries";
      case "ACTION" -> "action";
      case "ASK" -> "ask";
      case "WAIT" -> "wait";
      default -> "settled";
    };
  }

  private boolean keep(TakenOn taken, Submission said, HelpForm form, String choice) {
    String words = choice.equals("GIVEN") ? form.text("given") : form.text("note");
    return steps.add(
        taken.barrier().id(),
        "choice:" + said.id(),
        new Step(said.at(), "chose." + choice, said.by(), role(form), words));
  }

  private static @Nullable SchoolRole role(HelpForm form) {
    String code = form.text("role");
    return code == null ? null : SchoolRole.of(code).orElseThrow();
  }

  private void take(TakenOn taken, Submission said, HelpForm form, String choice) {
    Help help = taken.help();
    Instant now = clock.instant();
    switch (choice) {
      case "RESOURCE", "CARRIES" -> {
        Way way = choice.equals("CARRIES") ? Way.FAMILY_CARRIES : Way.WITH_CONSENT;
        UUID next = referrals.draft(help.barrier(), form.resource(), way, said.by(), now);
        helps.save(help.tries(next));
        tries.stop(help.referral(), CancelReason.OTHER_RESOURCE, said.by());
      }
      case "ACTION" -> {
        helps.save(help.tries(null).role(Objects.requireNonNull(role(form))));
        tries.stop(help.referral(), CancelReason.OTHER_RESOURCE, said.by());
      }
      case "GIVEN", "NOT_NEEDED" -> {
        boolean given = choice.equals("GIVEN");
        kept.settle(
            help.barrier(),
            given ? Barrier.End.HELPED_AT_ONCE : end(form),
            said.by(),
            now,
            form.text(given ? "given" : "note"));
        tries.stop(help.referral(), CancelReason.BARRIER_ENDED, said.by());
      }
      default -> {} // the family is asked, or the partner waited for: all stands as it is
    }
  }

  private static Barrier.End end(HelpForm form) {
    return switch (form.code("reason")) {
      case "TOLD_BY_MISTAKE" -> Barrier.End.TOLD_BY_MISTAKE;
      case "FAMILY_DOES_NOT_WANT" -> Barrier.End.FAMILY_DECLINED;
      default -> Barrier.End.NOT_NEEDED;
    };
  }
}
