package org.porchlight.messaging.inbound;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.FamilyTexted;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.WrongNumbers;
import org.porchlight.messaging.inbound.InboundTexts.Inbound;
import org.porchlight.messaging.outbox.Correspondents;
import org.porchlight.messaging.outbox.Correspondents.Correspondent;
import org.porchlight.messaging.outbox.OptOutLedger;
import org.porchlight.shared.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Understands stored texts, each in one transaction with everything that follows from it. */
@Component
class InboundUnderstanding {

  private static final Logger log = LoggerFactory.getLogger(InboundUnderstanding.class);
  private static final int PER_ROUND = 100;

  /** One confirmation is allowed, within five minutes (47 CFR 64.1200(a)(12)). */
  private static final Duration CONFIRM_WITHIN = Duration.ofMinutes(5);

  private final InboundTexts inbound;
  private final Words words;
  private final AskedQuestions questions;
  private final Correspondents correspondents;
  private final OptOutLedger optOuts;
  private final WrongNumbers wrongNumbers;
  private final Replies replies;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  InboundUnderstanding(
      InboundTexts inbound,
      Words words,
      AskedQuestions questions,
      Correspondents correspondents,
      OptOutLedger optOuts,
      WrongNumbers wrongNumbers,
      Replies replies,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.inbound = inbound;
    this.words = words;
    this.questions = questions;
    this.correspondents = correspondents;
    this.optOuts = optOuts;
    this.wrongNumbers = wrongNumbers;
    this.replies = replies;
    this.events = events;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "${porchlight.messaging.poll:200ms}")
  void understandNew() {
    for (int i = 0; i < PER_ROUND; i++) {
      if (!understandNext()) {
        return;
      }
    }
  }

  /** What goes wrong over one text must not hold up the next, which may be a STOP. */
  private boolean understandNext() {
    AtomicReference<UUID> inHand = new AtomicReference<>();
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> understandOne(inHand)));
    } catch (RuntimeException e) {
      UUID text = inHand.get();
      if (text == null) {
        throw e;
      }
      log.error("Inbound text {} is set aside and tried again: {}", text, e.getClass().getName());
      inbound.setAside(text);
      return true;
    }
  }

  private boolean understandOne(AtomicReference<UUID> inHand) {
    Optional<Inbound> next = inbound.lockNext();
    next.ifPresent(
        text -> {
          inHand.set(text.id());
          Optional<PhoneNumber> phone = phone(text.phone());
          if (phone.isEmpty()) {
            inbound.understood(text, "NO_PHONE", null, null, null);
          } else {
            understand(text, phone.get(), correspondents.find(phone.get()).orElse(null));
          }
        });
    return next.isPresent();
  }

  private static Optional<PhoneNumber> phone(String given) {
    try {
      return Optional.of(new PhoneNumber(given));
    } catch (IllegalArgumentException shortCodeOrGateway) {
      return Optional.empty();
    }
  }

  private void understand(Inbound text, PhoneNumber phone, @Nullable Correspondent sender) {
    String type = text.optOutType() == null ? "" : text.optOutType();
    Recipient recipient = sender == null ? null : sender.recipient();
    String language = sender == null ? null : sender.language();
    if (type.equals("STOP") || words.stops(text.body())) {
      inbound.understood(text, "STOP", null, recipient, language);
      boolean changed = optOuts.change(phone, true, "text", null, text.id());
      // Where the provider acts on the word it confirms itself, and only one confirmation may go.
      if (changed && type.isEmpty() && !words.providerStops(text.body())) {
        replies.send("messaging.optOutConfirmation", text, phone, sender, Map.of(), CONFIRM_WITHIN);
      }
    } else if (type.equals("START") || words.starts(text.body())) {
      inbound.understood(text, "START", null, recipient, language);
      optOuts.change(phone, false, "text", null, text.id());
    } else if (type.equals("HELP") || words.asksForHelp(text.body())) {
      inbound.understood(text, "HELP", null, recipient, language);
      if (type.isEmpty()) {
        replies.send("messaging.helpReceipt", text, phone, sender, Map.of(), Duration.ofHours(1));
      }
    } else {
      answer(text, phone, sender, said(text, phone));
    }
  }

  private @Nullable NumberedAnswer said(Inbound text, PhoneNumber phone) {
    boolean left =
        words.saysLeft(text.body())
            && questions.open(phone, text.receivedAt()).stream()
                .anyMatch(open -> open.question().kind() == Question.Kind.CHECK_OUT);
    return left
        ? new NumberedAnswer(null, Answer.FIRST)
        : NumberedAnswer.of(text.body(), words).orElse(null);
  }

  private void answer(
      Inbound text,
      PhoneNumber phone,
      @Nullable Correspondent sender,
      @Nullable NumberedAnswer said) {
    List<AskedQuestions.Open> open =
        said == null ? List.of() : questions.open(phone, text.receivedAt());
    Question asked = said == null ? null : WhichQuestion.of(open, said).orElse(null);
    if (said != null && asked != null) {
      take(text, phone, sender, asked, asked.kind().meaning(said.answer()));
      return;
    }
    Recipient recipient = sender == null ? null : sender.recipient();
    inbound.understood(
        text,
        said == null ? "UNCLEAR" : said.answer().name(),
        null,
        recipient,
        sender == null ? null : sender.language());
    if (said != null && WhichQuestion.unclear(open, said) && askWhich(text, phone, sender, open)) {
      return;
    }
    if (recipient instanceof Recipient.OfFamily family) {
      Answer answer = said == null ? null : said.answer();
      if (answer == Answer.WRONG_NUMBER) {
        leaveAlone(text, phone, sender, family);
      }
      events.publishEvent(new FamilyTexted(family.family(), answer, text.id(), text.receivedAt()));
    }
  }

  private void take(
      Inbound text,
      PhoneNumber phone,
      @Nullable Correspondent sender,
      Question asked,
      Answer answer) {
    questions.answered(asked.id(), answer);
    inbound.understood(text, answer.name(), asked.id(), asked.recipient(), asked.language());
    if (answer == Answer.WRONG_NUMBER && asked.recipient() instanceof Recipient.OfFamily family) {
      leaveAlone(text, phone, sender, family);
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
      Inbound text, PhoneNumber phone, @Nullable Correspondent sender, Recipient.OfFamily family) {
    wrongNumbers.report(phone, family.family());
    replies.send(
        "messaging.wrongNumberReceipt", text, phone, sender, Map.of(), Duration.ofHours(1));
  }

  /** Better once more than for the wrong family. */
  private boolean askWhich(
      Inbound text,
      PhoneNumber phone,
      @Nullable Correspondent sender,
      List<AskedQuestions.Open> open) {
    return replies.send(
        "messaging.whichQuestion",
        text,
        phone,
        sender,
        Map.of(
            "asks",
            WhichQuestion.list(open),
            "example",
            Integer.toString(open.getFirst().number())),
        Duration.ofHours(1));
  }
}
