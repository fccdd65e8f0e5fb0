package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.internal.Invitations.Invitation;
import org.porchlight.messaging.MessageFailed;
import org.porchlight.messaging.OptedOut;
import org.porchlight.messaging.Recipient;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns a text that cannot arrive into something a person does. */
@Component
class TextTrouble {

  private final CaseStore cases;
  private final Invitations invitations;
  private final CallRequests calls;
  private final Timeline timeline;
  private final JourneySignals signals;
  private final Clock clock;

  TextTrouble(
      CaseStore cases,
      Invitations invitations,
      CallRequests calls,
      Timeline timeline,
      JourneySignals signals,
      Clock clock) {
    this.cases = cases;
    this.invitations = invitations;
    this.calls = calls;
    this.timeline = timeline;
    this.signals = signals;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  void on(OptedOut optedOut) {
    FamilyId family = optedOut.family();
    if (family == null) {
      return;
    }
    cases
        .findByFamilyIdAndStateIn(family.value(), Lifecycle.LIVE)
        .map(Case::view)
        .ifPresent(
            view -> {
              timeline.add(
                  view.id(),
                  "optedOut:" + optedOut.at(),
                  "cases.optedOut",
                  null,
                  optedOut.at(),
                  Map.of());
              stopWaiting(view, "callMe", optedOut.at());
            });
  }

  @EventListener
  @Transactional
  void on(MessageFailed failed) {
    CaseId id = failed.caseId();
    if (id == null) {
      return;
    }
    Optional<Case> found = cases.lock(id.value());
    if (found.isEmpty()) {
      return;
    }
    CaseView view = found.get().view();
    Instant now = clock.instant();
    timeline.add(
        id,
        "message:" + failed.message(),
        failed.reason() == MessageFailed.Reason.OVER_BUDGET
            ? "cases.overBudget"
            : "cases.textFailed",
        null,
        now,
        Map.of("purpose", failed.purpose(), "reason", failed.reason()));
    if (view.live() && failed.recipient() instanceof Recipient.OfFamily) {
      goOn(view, failed, now);
    }
  }

  private void goOn(CaseView view, MessageFailed failed, Instant now) {
    String answer = answer(failed);
    if (failed.purpose().startsWith(FamilyTexts.INVITATION)) {
      if (answer != null) {
        stopWaiting(view, answer, now);
      }
    } else if (failed.purpose().startsWith("visits.")) {
      String key = "message:" + failed.message();
      calls.raise(view, key, CallRequests.Reason.TEXT_NOT_DELIVERED, null, now);
    }
  }

  /**
   * Null: it may have arrived, so the wait for the answer goes on; its timer brings a person in.
   */
  private static @Nullable String answer(MessageFailed failed) {
    return switch (failed.reason()) {
      case BAD_NUMBER -> "undeliverable";
      case NOT_TEXTABLE, BLOCKED, OPTED_OUT, EXPIRED, CONFIGURATION, NOT_TO_BE_CONTACTED ->
          "callMe";
      // Where a reminder was held back, the invitation itself may still be answered.
      case OVER_BUDGET, CALLED_OFF ->
          failed.purpose().equals(FamilyTexts.INVITATION) ? "callMe" : null;
      case UNKNOWN -> null;
    };
  }

  /** Whoever may not be contacted any more is not waited for either: a person goes on. */
  void stopAsking(CaseView view, Set<GuardianId> gone, Instant at) {
    boolean asked =
        invitations
            .openOf(view.id())
            .filter(open -> gone.contains(open.to().guardian()))
            .isPresent();
    if (asked) {
      stopWaiting(view, "callMe", at);
    }
  }

  private void stopWaiting(CaseView view, String answer, Instant at) {
    Optional<Invitation> open = invitations.openOf(view.id());
    if (open.isPresent() && invitations.answered(open.get().question(), answer, at)) {
      signals.familyAnswered(view, open.get().question(), answer);
    }
  }
}
