package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseEnding;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Outcome;
import org.porchlight.messaging.Messages;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends cases: at once for everybody who still wanted to send or do something, politely for the
 * family.
 */
@Component
public class EndCase {

  /** The family said it by text, so a text may answer. */
  static final String BY_TEXT = "TEXT";

  private final CaseStore cases;
  private final Timeline timeline;
  private final EventOutbox outbox;
  private final Invitations invitations;
  private final Messages messages;
  private final FamilyTexts texts;
  private final CaseContacts contacts;
  private final JourneySignals signals;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EndCase(
      CaseStore cases,
      Timeline timeline,
      EventOutbox outbox,
      Invitations invitations,
      Messages messages,
      FamilyTexts texts,
      CaseContacts contacts,
      JourneySignals signals,
      ApplicationEventPublisher events,
      Clock clock) {
    this.cases = cases;
    this.timeline = timeline;
    this.outbox = outbox;
    this.invitations = invitations;
    this.messages = messages;
    this.texts = texts;
    this.contacts = contacts;
    this.signals = signals;
    this.events = events;
    this.clock = clock;
  }

  /** Interrupts the journey wherever it stands. A case that has ended stays as it ended. */
  @Transactional
  public void interrupt(CaseId id, Outcome outcome, String how, @Nullable UserId by, Instant at) {
    Case held = cases.hold(id);
    if (held.live()) {
      end(held, outcome, how, by, at);
      signals.journeyEnded(held.view(), outcome);
    }
  }

  /** For a step after which the process ends by itself. */
  @Transactional
  public void declineInTask(CaseId id, String how, @Nullable UserId by, Instant at) {
    Case held = cases.hold(id);
    if (held.live()) {
      end(held, Outcome.DECLINED, how, by, at);
    }
  }

  /**
   * The last step of the process.
   *
   * @param visitOutcome how the last visit went, where there was one
   */
  @Transactional
  public void close(CaseId id, int run, @Nullable String visitOutcome) {
    Case held = cases.hold(id);
    if (!held.isRun(run) || held.state() == CaseView.State.CLOSED) {
      return;
    }
    if (held.live()) {
      boolean saidNo = "declined".equals(visitOutcome) && held.closingReason() == null;
      Outcome outcome = saidNo ? Outcome.DECLINED : reviewed(held);
      end(held, outcome, saidNo ? "AT_THE_DOOR" : "TEAM", null, clock.instant());
    }
    if (held.outcome() == Outcome.DECLINED && BY_TEXT.equals(held.endedHow())) {
      say(FamilyTexts.GOODBYE, held.view());
    } else if (held.outcome() == Outcome.CLOSED && spokenWith(held)) {
      say(FamilyTexts.THANKS, held.view());
    }
  }

  private static boolean spokenWith(Case held) {
    return held.view().familyAgreed() || held.wish() != null;
  }

  private static Outcome reviewed(Case held) {
    return "NOT_REACHED".equals(held.closingReason()) ? Outcome.NOT_REACHED : Outcome.CLOSED;
  }

  private void end(
      Case held, Outcome outcome, @Nullable String how, @Nullable UserId by, Instant at) {
    held.ending(outcome, how);
    CaseView view = held.view();
    messages.withdraw(view.id(), Set.of(FamilyTexts.GOODBYE, FamilyTexts.THANKS));
    invitations.closeAll(view.id(), at);
    Map<String, Object> facts =
        how == null ? Map.of("outcome", outcome) : Map.of("outcome", outcome, "how", how);
    timeline.add(view.id(), "cases.ending:" + view.run(), "cases.ending." + outcome, by, at, facts);
    outbox.add(view, "ending.v1", at, Map.of("outcome", outcome.name()));
    events.publishEvent(new CaseEnding(view.id(), view.family(), outcome, at));
  }

  /** Once for each run; none where there is no approved translation. */
  private void say(String purpose, CaseView about) {
    contacts
        .textTo(about.id())
        .ifPresent(to -> texts.receipt(about, to, purpose, about.id() + ":" + about.run()));
  }
}
