package org.porchlight.referrals.loop;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
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
import org.porchlight.referrals.loop.HelpQuestions.HelpQuestion;
import org.porchlight.referrals.loop.HelpSteps.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the family whether it helped: by text where that can be, else a person calls. */
@Component
public class AskFamily {

  private final TakenOnBarriers barriers;
  private final Owners owners;
  private final HandingOn handingOn;
  private final Deadlines deadlines;
  private final HelpSteps steps;
  private final HelpQuestions asked;
  private final Questions questions;
  private final CaseContacts contacts;
  private final HelpTexts texts;
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
   * @return {@code textPossible}, {@code questionId}, and until when an answer is waited for
   */
  @Transactional
  public Map<String, Object> ask(UUID barrier, long round) {
    TakenOn taken = barriers.get(barrier);
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

  private Instant due(TakenOn taken) {
    Instant within = deadlines.of(taken, WaitsFor.FAMILY_ANSWERS);
    Instant opens = windows.nextOpening(taken.about().district(), clock.instant());
    return within.isAfter(opens) ? within : deadlines.soonAfter(taken, opens);
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
