package org.porchlight.referrals.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.MessageFailed;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.porchlight.referrals.loop.HelpForm;
import org.porchlight.referrals.loop.HelpQuestions;
import org.porchlight.referrals.loop.HelpQuestions.HelpQuestion;
import org.porchlight.referrals.loop.HelpSteps;
import org.porchlight.referrals.loop.HelpSteps.Step;
import org.porchlight.referrals.loop.Helps;
import org.porchlight.referrals.loop.ReferralLoop;
import org.porchlight.referrals.loop.TakenOn;
import org.porchlight.referrals.loop.TakenOnBarriers;
import org.porchlight.referrals.loop.Tries;
import org.porchlight.referrals.owner.ToDo;
import org.porchlight.referrals.record.LoopOutcome;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the family says about whether it helped, by text or on the phone. */
@Component
public class HearFamily {

  private static final Duration LIFE = Duration.ofDays(1);
  private static final String CALL = "call";

  private final TakenOnBarriers barriers;
  private final ToDo toDo;
  private final Helps helps;
  private final HelpSteps steps;
  private final HelpQuestions asked;
  private final HelpReceipts receipts;
  private final Tries tries;
  private final Barriers kept;
  private final Submissions submissions;
  private final ProcessEngine engine;
  private final Clock clock;

  HearFamily(
      TakenOnBarriers barriers,
      ToDo toDo,
      Helps helps,
      HelpSteps steps,
      HelpQuestions asked,
      HelpReceipts receipts,
      Tries tries,
      Barriers kept,
      Submissions submissions,
      ProcessEngine engine,
      Clock clock) {
    this.barriers = barriers;
    this.toDo = toDo;
    this.helps = helps;
    this.steps = steps;
    this.asked = asked;
    this.receipts = receipts;
    this.tries = tries;
    this.kept = kept;
    this.submissions = submissions;
    this.engine = engine;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  void on(QuestionAnswered answered) {
    if (answered.kind() == Question.Kind.DID_IT_HELP) {
      asked
          .find(answered.question())
          .ifPresent(
              question -> {
                take(question, helped(answered.answer()), answered.at());
                receipts.send(answered);
              });
    }
  }

  /** The text will not arrive: somebody calls. */
  @EventListener
  @Transactional
  void on(MessageFailed failed) {
    if (failed.purpose().equals(HelpTexts.DID_IT_HELP)
        && failed.reason() != MessageFailed.Reason.UNKNOWN) {
      asked.ofText(failed.message()).ifPresent(question -> take(question, CALL, clock.instant()));
    }
  }

  private void take(HelpQuestion question, String helped, Instant at) {
    boolean first = asked.answered(question.id(), helped, at);
    String key = "answer:" + question.id() + (first ? "" : ":late:" + at);
    steps.add(question.barrier(), key, Step.of(at, "family." + helped + (first ? "" : ".LATE")));
    if (first) {
      engine.publish(
          new ProcessMessage(
              ReferralLoop.FAMILY_ANSWERED,
              question.id().toString(),
              ReferralLoop.FAMILY_ANSWERED + ":" + question.id(),
              LIFE,
              question.barrier(),
              Map.of("helped", helped)));
    }
  }

  /** By the numbers of the text, or in words. */
  private static String helped(Answer answer) {
    return switch (answer) {
      case YES, FIRST -> "yes";
      case SECOND -> "partly";
      case NO, THIRD -> "no";
      default -> CALL;
    };
  }

  /** {@code callDueAt}, {@code ownerGroups}. */
  @Transactional
  public Map<String, Object> planCall(UUID barrier) {
    return toDo.forChoosers(barriers.get(barrier), "callDueAt", "CALLS");
  }

  /** {@code helped}: {@code yes}, {@code partly}, {@code no} or {@code unknown}. */
  @Transactional
  public Map<String, Object> applyCall(UUID barrier, UUID questionId, UUID submissionId) {
    Submission said = submissions.get(submissionId);
    HelpForm form = new HelpForm(said.data());
    String helped =
        switch (form.code("helped")) {
          case "YES" -> "yes";
          case "PARTLY" -> "partly";
          case "NO" -> "no";
          default -> "unknown";
        };
    steps.add(
        barrier,
        "call:" + submissionId,
        Step.by(said.at(), "call." + helped, said.by(), form.text("words")));
    asked.answered(questionId, helped, said.at());
    asked.closeAll(barrier, said.at());
    return Map.of("helped", helped);
  }

  /** A yes ends the barrier; anything else ends this try, and somebody looks on. */
  @Transactional
  public Map<String, Object> hear(UUID barrier, UUID questionId, String said) {
    String helped = said.equals(CALL) ? "unknown" : said;
    TakenOn taken = barriers.get(barrier);
    Step step = Step.of(clock.instant(), "heard." + helped);
    if (!taken.ended() && steps.add(barrier, "heard:" + questionId, step)) {
      UUID tried = taken.help().referral();
      if (helped.equals("yes")) {
        kept.settle(barrier, Barrier.End.RESOLVED, null, clock.instant(), null);
        tries.cameTo(tried, LoopOutcome.NEED_MET);
      } else {
        helps.save(taken.help().tries(null));
        tries.cameTo(tried, outcome(helped));
      }
    }
    return Map.of("helped", helped);
  }

  private static LoopOutcome outcome(String helped) {
    return switch (helped) {
      case "partly" -> LoopOutcome.PARTLY_MET;
      case "no" -> LoopOutcome.NOT_MET;
      default -> LoopOutcome.UNKNOWN;
    };
  }
}
