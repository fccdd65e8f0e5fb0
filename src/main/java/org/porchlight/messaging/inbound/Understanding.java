package org.porchlight.messaging.inbound;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.FamilyTexted;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.WrongNumbers;
import org.porchlight.messaging.inbound.AskedQuestions.Open;
import org.porchlight.messaging.inbound.InboundTexts.Inbound;
import org.porchlight.messaging.inbound.StopWords.Meaning;
import org.porchlight.messaging.number.OptOutLedger;
import org.porchlight.messaging.request.Correspondents.Correspondent;
import org.porchlight.messaging.text.Texts;
import org.porchlight.shared.PhoneNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What one text says, and what follows from it, in the caller's transaction. A stop counts for the
 * phone, whoever wrote it; anything else for one family or visitor: whose question it answers, or
 * else the only one it can be from. Where that is not clear a person says whose it is.
 */
@Component
class Understanding {

  /** Of a text that a person has to match to a family first. */
  static final String UNMATCHED = "UNMATCHED";

  /** One confirmation is allowed, within five minutes (47 CFR 64.1200(a)(12)). */
  private static final Duration CONFIRM_WITHIN = Duration.ofMinutes(5);

  private static final Duration ANSWER_WITHIN = Duration.ofHours(1);

  private final InboundTexts inbound;
  private final Words words;
  private final StopWords stopWords;
  private final AskedQuestions questions;
  private final OptOutLedger optOuts;
  private final WrongNumbers wrongNumbers;
  private final Texts texts;
  private final Replies replies;
  private final ApplicationEventPublisher events;

  Understanding(
      InboundTexts inbound,
      Words words,
      StopWords stopWords,
      AskedQuestions questions,
      OptOutLedger optOuts,
      WrongNumbers wrongNumbers,
      Texts texts,
      Replies replies,
      ApplicationEventPublisher events) {
    this.inbound = inbound;
    this.words = words;
    this.stopWords = stopWords;
    this.questions = questions;
    this.optOuts = optOuts;
    this.wrongNumbers = wrongNumbers;
    this.texts = texts;
    this.replies = replies;
    this.events = events;
  }

  /**
   * @param writers who may have written, the likeliest first
   */
  void of(Inbound text, PhoneNumber phone, List<Correspondent> writers) {
    String type = text.optOutType() == null ? "" : text.optOutType();
    Correspondent likely = writers.isEmpty() ? null : writers.getFirst();
    Meaning meaning = type.equals("STOP") ? Meaning.STOP : stopWords.of(text.body());
    if (meaning == Meaning.STOP) {
      inbound.understood(text, "STOP", null, likely);
      boolean changed = optOuts.change(phone, true, "text", null, text.id());
      // Where the provider acts on the word it confirms itself, and only one confirmation may go.
      if (changed && type.isEmpty() && !stopWords.providerStops(text.body())) {
        replies.send("messaging.optOutConfirmation", text, phone, likely, CONFIRM_WITHIN);
      }
    } else if (meaning == Meaning.START) {
      inbound.understood(text, "START", null, likely);
      optOuts.change(phone, false, "text", null, text.id());
    } else if (type.equals("HELP") || words.asksForHelp(text.body())) {
      inbound.understood(text, "HELP", null, likely);
      if (type.isEmpty()) {
        replies.send("messaging.helpReceipt", text, phone, likely, ANSWER_WITHIN);
      }
    } else {
      // The provider lifts its own block at a yes; ours stays until START (OptOutType START or
      // not).
      answer(text, phone, writers, meaning, questions.open(phone, text.receivedAt()));
    }
  }

  /** A person said whose it is: only that family's or visitor's questions can be meant. */
  void asIf(Inbound text, PhoneNumber phone, Correspondent writer) {
    List<Open> theirs =
        questions.open(phone, text.receivedAt()).stream()
            .filter(open -> WhichWriter.same(open.question().recipient(), writer.recipient()))
            .toList();
    answer(text, phone, List.of(writer), stopWords.of(text.body()), theirs);
  }

  private void answer(
      Inbound text,
      PhoneNumber phone,
      List<Correspondent> writers,
      Meaning meaning,
      List<Open> open) {
    List<Open> checkOuts =
        open.stream().filter(one -> one.question().kind() == Question.Kind.CHECK_OUT).toList();
    if (meaning == Meaning.MAYBE_STOP) {
      answer(text, phone, writers, new NumberedAnswer(null, Answer.MAYBE_STOP), open);
    } else if (words.saysLeft(text.body()) && !checkOuts.isEmpty()) {
      answer(text, phone, writers, new NumberedAnswer(null, Answer.FIRST), checkOuts);
    } else {
      Set<String> spoken = spoken(writers, open);
      answer(
          text, phone, writers, NumberedAnswer.of(text.body(), words, spoken).orElse(null), open);
    }
  }

  /** Of whoever may have written, and of what they were asked; none where nobody is known. */
  private Set<String> spoken(List<Correspondent> writers, List<Open> open) {
    return Stream.concat(
            writers.stream().map(Correspondent::language),
            open.stream().map(one -> one.question().language()))
        .map(tag -> texts.written(tag).orElse(tag))
        .collect(Collectors.toSet());
  }

  private void answer(
      Inbound text,
      PhoneNumber phone,
      List<Correspondent> writers,
      @Nullable NumberedAnswer said,
      List<Open> open) {
    Question asked = said == null ? null : WhichQuestion.of(open, said).orElse(null);
    if (said != null && asked != null) {
      take(text, phone, writers, asked, asked.kind().meaning(said.answer()));
      return;
    }
    Correspondent writer = WhichWriter.of(writers, open).orElse(null);
    boolean which = said != null && WhichQuestion.unclear(open, said);
    boolean asks =
        which && askWhich(text, phone, writers.isEmpty() ? null : writers.getFirst(), open);
    if (writer == null) {
      inbound.understood(text, UNMATCHED, null, null);
      return;
    }
    Answer answer = said == null ? null : said.answer();
    inbound.understood(text, answer == null ? "UNCLEAR" : answer.name(), null, writer);
    if (asks) {
      inbound.taken(text.id());
    } else if (writer.recipient() instanceof Recipient.OfFamily family) {
      fromFamily(text, phone, writer, family, answer, open);
    } else if (writer.recipient() instanceof Recipient.OfStaff
        && answer != null
        && answer != Answer.MAYBE_STOP) {
      inbound.taken(text.id()); // a visitor's yes or no to nothing that is open
    }
  }

  private void fromFamily(
      Inbound text,
      PhoneNumber phone,
      Correspondent writer,
      Recipient.OfFamily family,
      @Nullable Answer answer,
      List<Open> open) {
    if (answer == Answer.WRONG_NUMBER) {
      leaveAlone(text, phone, writer, family);
    }
    boolean invited =
        open.stream()
            .map(Open::question)
            .anyMatch(
                each ->
                    each.kind() == Question.Kind.INVITATION
                        && WhichWriter.same(each.recipient(), family));
    if (answer == Answer.MORE && !invited) {
      if (replies.send("messaging.helpReceipt", text, phone, writer, ANSWER_WITHIN)) {
        inbound.taken(text.id());
      }
      return;
    }
    if (answer == null && text.media() > 0) {
      String day = text.receivedAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
      replies.once("messaging.photoReceipt", day, text, phone, writer, ANSWER_WITHIN);
    }
    events.publishEvent(new FamilyTexted(family.family(), answer, text.id(), text.receivedAt()));
  }

  private void take(
      Inbound text, PhoneNumber phone, List<Correspondent> writers, Question asked, Answer answer) {
    Correspondent writer =
        writers.stream()
            .filter(each -> WhichWriter.same(each.recipient(), asked.recipient()))
            .findFirst()
            .map(each -> new Correspondent(asked.recipient(), each.district(), asked.language()))
            .orElse(new Correspondent(asked.recipient(), null, asked.language()));
    questions.answered(asked.id(), answer);
    inbound.understood(text, answer.name(), asked.id(), writer);
    inbound.answeredAfterAll(phone, text);
    if (answer == Answer.WRONG_NUMBER && asked.recipient() instanceof Recipient.OfFamily family) {
      leaveAlone(text, phone, writer, family);
    }
    events.publishEvent(
        new QuestionAnswered(
            asked.id(),
            asked.kind(),
            asked.caseId(),
            asked.recipient(),
            answer,
            text.id(),
            text.receivedAt()));
  }

  /** Says so once, and then nothing about this family goes to the phone any more. */
  private void leaveAlone(
      Inbound text, PhoneNumber phone, Correspondent writer, Recipient.OfFamily family) {
    wrongNumbers.report(phone, family.family());
    replies.send("messaging.wrongNumberReceipt", text, phone, writer, ANSWER_WITHIN);
  }

  /** Better once more than for the wrong family. */
  private boolean askWhich(
      Inbound text, PhoneNumber phone, @Nullable Correspondent writer, List<Open> open) {
    return replies.send(
        "messaging.whichQuestion",
        text,
        phone,
        writer,
        Map.of(
            "asks",
            WhichQuestion.list(open),
            "example",
            Integer.toString(open.getFirst().number())),
        ANSWER_WITHIN);
  }
}
