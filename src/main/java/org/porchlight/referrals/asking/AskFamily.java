package org.porchlight.referrals.asking;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.cases.CaseView;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.SendWindows;
import org.porchlight.messaging.SentTexts;
import org.porchlight.referrals.loop.HelpQuestions;
import org.porchlight.referrals.loop.HelpQuestions.HelpQuestion;
import org.porchlight.referrals.loop.HelpSteps;
import org.porchlight.referrals.loop.HelpSteps.Step;
import org.porchlight.referrals.loop.TakenOn;
import org.porchlight.referrals.loop.TakenOnBarriers;
import org.porchlight.referrals.owner.Deadlines;
import org.porchlight.referrals.owner.HandingOn;
import org.porchlight.referrals.owner.LoopProperties;
import org.porchlight.referrals.owner.Owners;
import org.porchlight.referrals.owner.WaitsFor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the family whether it helped: by text where that can be, else a person calls. */
@Component
public class AskFamily {

  private static final Duration ANSWER_ON_ITS_WAY = Duration.ofHours(1);

  /** A text leaves a moment after it is asked for: too little to wait once more. */
  private static final Duration SOON_ENOUGH = Duration.ofHours(1);

  private final TakenOnBarriers barriers;
  private final Owners owners;
  private final HandingOn handingOn;
  private final Deadlines deadlines;
  private final HelpSteps steps;
  private final HelpQuestions asked;
  private final Questions questions;
  private final CaseContacts contacts;
  private final HelpTexts texts;
  private final SentTexts sent;
  private final SendWindows windows;
  private final LoopProperties settings;
  private final Clock clock;

  AskFamily(
      TakenOnBarriers barriers,
      Owners owners,
      HandingOn handingOn,
      Deadlines deadlines,
      HelpSteps steps,
      HelpQuestions asked,
      Questions questions,
      CaseContacts contacts,
      HelpTexts texts,
      SentTexts sent,
      SendWindows windows,
      LoopProperties settings,
      Clock clock) {
    this.barriers = barriers;
    this.owners = owners;
    this.handingOn = handingOn;
    this.deadlines = deadlines;
    this.steps = steps;
    this.asked = asked;
    this.questions = questions;
    this.contacts = contacts;
    this.texts = texts;
    this.sent = sent;
    this.windows = windows;
    this.settings = settings;
    this.clock = clock;
  }

  /** The family goes somewhere itself: nothing is shared, it is asked at {@code askAt}. */
  @Transactional
  public Map<String, Object> leaveToFamily(UUID barrier, long round) {
    TakenOn taken = barriers.get(barrier);
    Instant until = deadlines.of(taken, WaitsFor.FAMILY_ACTS);
    if (!taken.ended()
        && steps.add(barrier, "left:" + round, Step.of(clock.instant(), "family.GOES"))) {
      waits(taken, until, "FAMILY_GOES");
    }
    return Map.of("askAt", deadlines.text(taken, until));
  }

  /**
   * @param silent to which the family has said nothing in time; null where it is asked anew
   * @return {@code textPossible}, {@code questionId}, and until when an answer is waited for;
   *     {@code silentQuestionId} is used up
   */
  @Transactional
  public Map<String, Object> ask(UUID barrier, @Nullable UUID silent, long round) {
    TakenOn taken = barriers.get(barrier);
    Map<String, Object> next =
        new HashMap<>(silent == null ? ask(taken, round) : waitOn(taken, silent));
    next.put("silentQuestionId", null);
    return next;
  }

  /**
   * A text that left later than it was asked for, because others went first or its sender stood
   * still, does not cost the family its time.
   */
  private Map<String, Object> waitOn(TakenOn taken, UUID silent) {
    HelpQuestion question = asked.find(silent).orElseThrow();
    if (!question.open()) {
      // The answer is on its way to the process: wait on, so that it finds somebody waiting.
      return waitFor(taken, silent, clock.instant().plus(ANSWER_ON_ITS_WAY));
    }
    Instant whole =
        Optional.ofNullable(question.message())
            .filter(text -> !taken.ended())
            .flatMap(sent::left)
            .map(left -> deadlines.after(taken, WaitsFor.FAMILY_ANSWERS, left))
            .filter(due -> due.isAfter(clock.instant().plus(SOON_ENOUGH)))
            .orElse(null);
    if (whole != null) {
      asked.waitUntil(silent, whole);
      waits(taken, whole, "FAMILY_ASKED");
    }
    return waitFor(taken, silent, whole);
  }

  private Map<String, Object> ask(TakenOn taken, long round) {
    UUID barrier = taken.barrier().id();
    UUID question =
        UUID.nameUUIDFromBytes(
            ("helped:" + barrier + ":" + round).getBytes(StandardCharsets.UTF_8));
    Optional<HelpQuestion> earlier = asked.find(question);
    if (earlier.isPresent()) {
      return waitFor(taken, question, earlier.get().answerDueAt());
    }
    asked.inTurn(taken.about().id());
    Optional<TextContact> to = whomToText(taken);
    Instant due = to.isPresent() ? due(taken) : null;
    asked.add(
        new HelpQuestion(
            question,
            barrier,
            taken.about().id(),
            to.map(TextContact::guardian).orElse(null),
            clock.instant(),
            due,
            null,
            true));
    if (due != null) {
      waits(taken, due, "FAMILY_ASKED");
      text(taken.about(), question, to.orElseThrow(), due);
      steps.add(barrier, "asked:" + round, Step.of(clock.instant(), "family.ASKED"));
    }
    return waitFor(taken, question, due);
  }

  /** None while another question is open: its answer could be taken for ours. */
  private Optional<TextContact> whomToText(TakenOn taken) {
    CaseView about = taken.about();
    if (taken.ended()
        || !about.live()
        || contacts.wantsCalls(about.id())
        || questions.waits(about.id())) {
      return Optional.empty();
    }
    return contacts.textTo(about.id()).filter(to -> texts.speaks(to.language()));
  }

  /** Counted from when a text that is asked for now can leave. */
  private Instant due(TakenOn taken) {
    Instant leaves = windows.nextOpening(taken.about().district(), clock.instant());
    return deadlines.after(taken, WaitsFor.FAMILY_ANSWERS, leaves);
  }

  private void text(CaseView about, UUID question, TextContact to, Instant due) {
    questions.ask(
        new Question(
            question,
            Question.Kind.DID_IT_HELP,
            to.phone(),
            new Recipient.OfFamily(about.family(), to.guardian()),
            about.id(),
            to.language(),
            clock.instant().plus(settings.questionLife()),
            null));
    asked.texted(question, texts.ask(about, to, question, due));
  }

  private void waits(TakenOn taken, Instant until, String why) {
    handingOn.toOwner(
        taken, owners.choosers(taken).getFirst(), deadlines.soonAfter(taken, until), why);
  }

  private Map<String, Object> waitFor(TakenOn taken, UUID question, @Nullable Instant due) {
    return due == null
        ? Map.of("textPossible", false, "questionId", question.toString())
        : Map.of(
            "textPossible",
            true,
            "questionId",
            question.toString(),
            "answerDueAt",
            deadlines.text(taken, due));
  }
}
