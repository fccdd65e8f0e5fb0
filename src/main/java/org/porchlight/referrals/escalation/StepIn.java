package org.porchlight.referrals.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
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
import org.porchlight.referrals.owner.Deadlines;
import org.porchlight.referrals.owner.HandingOn;
import org.porchlight.referrals.owner.Owners;
import org.porchlight.referrals.owner.WaitsFor;
import org.porchlight.referrals.record.CancelReason;
import org.porchlight.referrals.record.Referrals;
import org.porchlight.referrals.record.Way;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the people above decide about a barrier that stood still. */
@Component
public class StepIn {

  private final TakenOnBarriers barriers;
  private final Owners owners;
  private final HandingOn handingOn;
  private final Deadlines deadlines;
  private final Helps helps;
  private final HelpSteps steps;
  private final Tries tries;
  private final Referrals referrals;
  private final Barriers kept;
  private final Submissions submissions;
  private final Clock clock;

  StepIn(
      TakenOnBarriers barriers,
      Owners owners,
      HandingOn handingOn,
      Deadlines deadlines,
      Helps helps,
      HelpSteps steps,
      Tries tries,
      Referrals referrals,
      Barriers kept,
      Submissions submissions,
      Clock clock) {
    this.barriers = barriers;
    this.owners = owners;
    this.handingOn = handingOn;
    this.deadlines = deadlines;
    this.helps = helps;
    this.steps = steps;
    this.tries = tries;
    this.referrals = referrals;
    this.kept = kept;
    this.submissions = submissions;
    this.clock = clock;
  }

  /**
   * @return {@code stepIn}: {@code handedBack}, {@code planned} or {@code closed}; {@code watchAt}
   */
  @Transactional
  public Map<String, Object> apply(UUID barrier, UUID submissionId) {
    TakenOn taken = barriers.get(barrier);
    Submission said = submissions.get(submissionId);
    HelpForm form = new HelpForm(said.data());
    String decision = form.code("decision");
    Step step = Step.by(said.at(), "stepIn." + decision, said.by(), form.text("words"));
    if (!taken.ended() && steps.add(barrier, "stepIn:" + submissionId, step)) {
      // What was asked is answered: no message needs to end it.
      Help help = taken.help().stands(taken.help().level(), taken.help().watchAt(), null);
      take(taken.with(help), said, form, decision);
    }
    String result =
        switch (decision) {
          case "CLOSE" -> "closed";
          case "HAND_BACK" -> "handedBack";
          default -> "planned";
        };
    TakenOn now = barriers.get(barrier);
    return Map.of("stepIn", result, "watchAt", deadlines.text(now, deadlines.nextLook(now)));
  }

  private void take(TakenOn taken, Submission said, HelpForm form, String decision) {
    switch (decision) {
      case "HAND_BACK" -> goesOn(taken, "HANDED_BACK");
      case "TAKE_ON" -> anew(taken, taken.help().takenByTeam().phase(Help.Phase.CHOOSE), said);
      case "NEXT_STEP" -> nextStep(taken, said, form.code("step"));
      case "CLOSE" -> close(taken, said, form);
      default -> throw new IllegalArgumentException("No decision " + decision);
    }
  }

  private void goesOn(TakenOn taken, String why) {
    Instant until = deadlines.of(taken, WaitsFor.OWNER);
    handingOn.toOwner(taken, owners.choosers(taken).getFirst(), until, why);
  }

  /** Of the three that were suggested. */
  private void nextStep(TakenOn taken, Submission said, String step) {
    Help help = taken.help();
    UUID earlier = help.referral();
    String[] parts = step.split(":", 2);
    switch (parts[0]) {
      case NextSteps.RESOURCE -> {
        UUID next =
            referrals.draft(
                help.barrier(),
                UUID.fromString(parts[1]),
                Way.WITH_CONSENT,
                said.by(),
                clock.instant());
        anew(taken, help.tries(next).phase(Help.Phase.CONSENT), said);
        tries.stop(earlier, CancelReason.OTHER_RESOURCE, said.by());
      }
      case NextSteps.ACTION -> {
        SchoolRole role = SchoolRole.of(parts[1]).orElseThrow();
        anew(taken, help.tries(null).role(role).phase(Help.Phase.ACTION), said);
        tries.stop(earlier, CancelReason.OTHER_RESOURCE, said.by());
      }
      case NextSteps.ASK -> anew(taken, help.phase(Help.Phase.ASK), said);
      default -> throw new IllegalArgumentException("No such step: " + parts[0]);
    }
  }

  private void anew(TakenOn taken, Help help, Submission said) {
    goesOn(taken.with(help), "NEW_PLAN");
    handingOn.beginAnew(help, said.id());
  }

  private void close(TakenOn taken, Submission said, HelpForm form) {
    Barrier.End end =
        switch (form.code("reason")) {
          case "FAMILY_DOES_NOT_WANT" -> Barrier.End.FAMILY_DECLINED;
          case "NOT_REACHED" -> Barrier.End.NOT_REACHED;
          case "SOLVED" -> Barrier.End.NOT_NEEDED;
          default -> Barrier.End.CLOSED_BY_TEAM;
        };
    kept.settle(taken.barrier().id(), end, said.by(), clock.instant(), form.text("words"));
    tries.stop(taken.help().referral(), CancelReason.BARRIER_ENDED, said.by());
  }
}
