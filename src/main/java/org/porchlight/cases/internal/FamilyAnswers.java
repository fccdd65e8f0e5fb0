package org.porchlight.cases.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Outcome;
import org.porchlight.cases.Wish;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.FamilyTexted;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.porchlight.messaging.Receipts;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what families text, in the transaction that understood the text. */
@Component
class FamilyAnswers {

  private final CaseStore cases;
  private final FamilyWishes wishes;
  private final EndCase endCase;
  private final Invitations invitations;
  private final CallRequests calls;
  private final FamilyReplies replies;
  private final JourneySignals signals;
  private final Receipts receipts;

  FamilyAnswers(
      CaseStore cases,
      FamilyWishes wishes,
      EndCase endCase,
      Invitations invitations,
      CallRequests calls,
      FamilyReplies replies,
      JourneySignals signals,
      Receipts receipts) {
    this.cases = cases;
    this.wishes = wishes;
    this.endCase = endCase;
    this.invitations = invitations;
    this.calls = calls;
    this.replies = replies;
    this.signals = signals;
    this.receipts = receipts;
  }

  @EventListener
  @Transactional
  void on(QuestionAnswered answered) {
    if (answered.kind() == Question.Kind.TIME_OFFER) {
      replies.noTimeSuits(answered.caseId(), answered.answer(), answered.inbound());
    }
    if (answered.kind() != Question.Kind.INVITATION) {
      return;
    }
    Optional<Case> found = cases.lock(answered.caseId().value());
    if (found.isEmpty()) {
      return; // not a question of ours
    }
    Case held = found.get();
    boolean first =
        invitations.answered(answered.question(), answered.answer().name(), answered.at());
    if (!first || !held.live()) {
      return;
    }
    if (answered.answer() == Answer.NO) {
      endCase.interrupt(answered.caseId(), Outcome.DECLINED, EndCase.BY_TEXT, null, answered.at());
      return;
    }
    signals.familyAnswered(held.view(), answered.question(), take(held, answered));
  }

  /** The gateway variables. */
  private Map<String, Object> take(Case held, QuestionAnswered answered) {
    CaseView view = held.view();
    Instant at = answered.at();
    Answer answer = answered.answer();
    return switch (answer) {
      case YES -> {
        replies.welcome(view, answered.inbound());
        yield wishes.visit(held, false, EndCase.BY_TEXT, null, at);
      }
      case LATER -> {
        replies.later(held, answered.inbound(), at);
        yield Map.of("answer", "later");
      }
      case CALL_ME -> {
        replies.callComing(view, answered.inbound(), at);
        yield Map.of("answer", "callMe");
      }
      case ELSEWHERE, CALLS_ONLY, HELP_ONLY, SOMEBODY_ELSE -> {
        replies.wished(view, answer, answered.inbound(), at);
        yield wish(held, answer, at);
      }
      case WRONG_NUMBER -> {
        replies.wrongNumber(view, answered.inbound(), at);
        yield Map.of("answer", "undeliverable");
      }
      case NO -> throw new IllegalStateException("A no has ended the case");
      case WHO, NO_VISIT, PAUSE, MORE, MAYBE_STOP ->
          throw new IllegalStateException("Answers no question");
      case FIRST, SECOND, THIRD, FOURTH, FIFTH ->
          throw new IllegalStateException("A number stands for a wish in an invitation");
    };
  }

  private Map<String, Object> wish(Case held, Answer answer, Instant at) {
    return switch (answer) {
      case ELSEWHERE -> wishes.visit(held, true, EndCase.BY_TEXT, null, at);
      case CALLS_ONLY -> wishes.callsOnly(held);
      case HELP_ONLY -> wishes.helpOnly(held);
      case SOMEBODY_ELSE -> wishes.somebodyElse(held, at);
      default -> throw new IllegalArgumentException("No wish: " + answer);
    };
  }

  /** Before others hear it: they may end the case by it. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @Transactional
  void on(FamilyTexted texted) {
    Optional<Case> live = cases.lockByFamilyIdAndStateIn(texted.family().value(), Lifecycle.LIVE);
    if (live.isPresent()) {
      hear(live.get(), texted);
    } else if (texted.answer() != null) {
      afterTheEnd(texted, texted.answer());
    }
  }

  private void hear(Case held, FamilyTexted texted) {
    CaseView view = held.view();
    Answer answer = texted.answer();
    UUID inbound = texted.inbound();
    if (answer == Answer.WHO || answer == Answer.NO_VISIT) {
      return; // who knows the visits answers these
    }
    receipts.taken(inbound);
    if (answer == Answer.NO) {
      endCase.interrupt(view.id(), Outcome.DECLINED, EndCase.BY_TEXT, null, texted.at());
      return;
    }
    switch (answer) {
      case PAUSE -> replies.paused(held, inbound, texted.at());
      case MORE -> replies.otherWays(view, inbound, texted.at());
      case LATER -> replies.laterNoted(view, inbound);
      case CALL_ME, ELSEWHERE, SOMEBODY_ELSE -> replies.callComing(view, inbound, texted.at());
      case CALLS_ONLY, HELP_ONLY -> {
        held.wishes(answer == Answer.CALLS_ONLY ? Wish.CALLS_ONLY : Wish.HELP_ONLY);
        replies.callComing(view, inbound, texted.at());
      }
      case WRONG_NUMBER -> replies.wrongNumber(view, inbound, texted.at());
      case null, default -> {}
    }
    if (answer != Answer.PAUSE && answer != Answer.MORE) {
      calls.raise(view, "inbound:" + inbound, reason(answer), null, texted.at());
    }
  }

  /** What is not settled by its receipt stays for a person to settle. */
  private void afterTheEnd(FamilyTexted texted, Answer answer) {
    boolean settled =
        cases.findByFamilyIdOrderByOpenedAtDesc(texted.family().value()).stream()
            .findFirst()
            .filter(last -> replies.afterTheEnd(last.view(), answer, texted.inbound()))
            .isPresent();
    if (settled) {
      receipts.taken(texted.inbound());
    }
  }

  /**
   * A yes, later or wish that nobody waits for may be about anything: a person reads it, and sees
   * to a visit that is planned already.
   */
  private static CallRequests.Reason reason(@Nullable Answer answer) {
    if (answer == null) {
      return CallRequests.Reason.READ_THE_REPLY;
    }
    return switch (answer) {
      case CALL_ME -> CallRequests.Reason.FAMILY_ASKED;
      case YES -> CallRequests.Reason.LATE_YES;
      case LATER -> CallRequests.Reason.LATE_LATER;
      case CALLS_ONLY, HELP_ONLY, ELSEWHERE, SOMEBODY_ELSE -> CallRequests.Reason.LATE_WISH;
      case WRONG_NUMBER -> CallRequests.Reason.WRONG_NUMBER;
      case NO, WHO, NO_VISIT, PAUSE, MORE ->
          throw new IllegalStateException("Heard without a call");
      case MAYBE_STOP -> CallRequests.Reason.MAY_WANT_NO_TEXTS;
      case FIRST, SECOND, THIRD, FOURTH, FIFTH -> CallRequests.Reason.READ_THE_REPLY;
    };
  }
}
