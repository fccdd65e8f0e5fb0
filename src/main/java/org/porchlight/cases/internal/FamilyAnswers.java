package org.porchlight.cases.internal;

import java.time.Instant;
import java.util.Optional;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.Outcome;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.FamilyTexted;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what families text, in the transaction that understood the text. */
@Component
class FamilyAnswers {

  private final CaseStore cases;
  private final Cases lifecycle;
  private final EndCase endCase;
  private final Invitations invitations;
  private final CallRequests calls;
  private final FamilyReplies replies;
  private final JourneySignals signals;

  FamilyAnswers(
      CaseStore cases,
      Cases lifecycle,
      EndCase endCase,
      Invitations invitations,
      CallRequests calls,
      FamilyReplies replies,
      JourneySignals signals) {
    this.cases = cases;
    this.lifecycle = lifecycle;
    this.endCase = endCase;
    this.invitations = invitations;
    this.calls = calls;
    this.replies = replies;
    this.signals = signals;
  }

  @EventListener
  @Transactional
  void on(QuestionAnswered answered) {
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
    CaseView view = held.view();
    switch (answered.answer()) {
      case YES -> lifecycle.familyAgreed(view.id(), EndCase.BY_TEXT, null, answered.at());
      case LATER -> replies.later(held, answered.inbound(), answered.at());
      case CALL_ME -> replies.callComing(view, answered.inbound(), answered.at());
      case NO -> throw new IllegalStateException("A no has ended the case");
      case FIRST, SECOND, THIRD -> throw numbers();
    }
    signals.familyAnswered(view, answered.question(), variable(answered.answer()));
  }

  @EventListener
  @Transactional
  void on(FamilyTexted texted) {
    Optional<Case> live = cases.findByFamilyIdAndStateIn(texted.family().value(), Lifecycle.LIVE);
    if (live.isEmpty()) {
      return;
    }
    CaseView view = live.get().view();
    Answer answer = texted.answer();
    if (answer == Answer.NO) {
      endCase.interrupt(view.id(), Outcome.DECLINED, EndCase.BY_TEXT, null, texted.at());
      return;
    }
    if (answer == Answer.CALL_ME) {
      replies.callComing(view, texted.inbound(), texted.at());
    }
    raise(view, reason(answer), texted.inbound().toString(), texted.at());
  }

  private void raise(CaseView view, CallRequests.Reason reason, String inbound, Instant at) {
    calls.raise(view, "inbound:" + inbound, reason, null, at);
  }

  /** A yes or later that nobody waits for may be about anything: a person reads it. */
  private static CallRequests.Reason reason(@org.jspecify.annotations.Nullable Answer answer) {
    if (answer == null) {
      return CallRequests.Reason.READ_THE_REPLY;
    }
    return switch (answer) {
      case CALL_ME -> CallRequests.Reason.FAMILY_ASKED;
      case YES -> CallRequests.Reason.LATE_YES;
      case LATER -> CallRequests.Reason.LATE_LATER;
      case NO -> throw new IllegalStateException("A no has ended the case");
      case FIRST, SECOND, THIRD -> CallRequests.Reason.READ_THE_REPLY;
    };
  }

  private static String variable(Answer answer) {
    return switch (answer) {
      case YES -> "yes";
      case LATER -> "later";
      case CALL_ME -> "callMe";
      case NO -> "no";
      case FIRST, SECOND, THIRD -> throw numbers();
    };
  }

  private static IllegalStateException numbers() {
    return new IllegalStateException("An invitation is not answered by number");
  }
}
