package org.porchlight.messaging.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.FamilyTexted;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.QuestionAnswered;
import org.porchlight.messaging.Recipient;
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
  private static final Set<Answer> NUMBERS = EnumSet.of(Answer.FIRST, Answer.SECOND, Answer.THIRD);
  private static final int PER_ROUND = 100;

  /** One confirmation is allowed, within five minutes (47 CFR 64.1200(a)(12)). */
  private static final Duration CONFIRM_WITHIN = Duration.ofMinutes(5);

  private final InboundTexts inbound;
  private final Words words;
  private final AskedQuestions questions;
  private final Correspondents correspondents;
  private final OptOutLedger optOuts;
  private final Messages messages;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  InboundUnderstanding(
      InboundTexts inbound,
      Words words,
      AskedQuestions questions,
      Correspondents correspondents,
      OptOutLedger optOuts,
      Messages messages,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.inbound = inbound;
    this.words = words;
    this.questions = questions;
    this.correspondents = correspondents;
    this.optOuts = optOuts;
    this.messages = messages;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
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
        reply("messaging.optOutConfirmation", text, phone, sender, CONFIRM_WITHIN);
      }
    } else if (type.equals("START") || words.starts(text.body())) {
      inbound.understood(text, "START", null, recipient, language);
      optOuts.change(phone, false, "text", null, text.id());
    } else if (type.equals("HELP") || words.asksForHelp(text.body())) {
      inbound.understood(text, "HELP", null, recipient, language);
      if (type.isEmpty()) {
        reply("messaging.helpReceipt", text, phone, sender, Duration.ofHours(1));
      }
    } else {
      answer(text, phone, sender, words.answer(text.body()));
    }
  }

  private void answer(
      Inbound text, PhoneNumber phone, @Nullable Correspondent sender, Optional<Answer> answer) {
    String meaning = answer.map(Answer::name).orElse("UNCLEAR");
    Optional<Question> question =
        answer.flatMap(
            said -> questions.open(phone, text.receivedAt()).filter(q -> accepts(q, said)));
    if (question.isPresent()) {
      Question asked = question.get();
      questions.answered(asked.id(), answer.get());
      inbound.understood(text, meaning, asked.id(), asked.recipient(), asked.language());
      events.publishEvent(
          new QuestionAnswered(
              asked.id(),
              asked.kind(),
              asked.caseId(),
              asked.recipient(),
              answer.get(),
              text.id(),
              text.receivedAt()));
      return;
    }
    Recipient recipient = sender == null ? null : sender.recipient();
    inbound.understood(text, meaning, null, recipient, sender == null ? null : sender.language());
    if (recipient instanceof Recipient.OfFamily family) {
      events.publishEvent(
          new FamilyTexted(family.family(), answer.orElse(null), text.id(), text.receivedAt()));
    }
  }

  private static boolean accepts(Question question, Answer answer) {
    return switch (question.kind()) {
      case INVITATION -> !NUMBERS.contains(answer);
      case TIME_OFFER -> true;
      case VISIT_PLANNED -> answer == Answer.FIRST || answer == Answer.SECOND;
      case VISIT_ASSIGNMENT -> answer == Answer.YES || answer == Answer.NO;
    };
  }

  private void reply(
      String template,
      Inbound text,
      PhoneNumber phone,
      @Nullable Correspondent sender,
      Duration within) {
    if (sender == null || sender.district() == null) {
      return;
    }
    if (!messages.speaks(template, sender.language())) {
      log.warn("No '{}' in the language of a phone that asked for it", template);
      return;
    }
    Instant now = clock.instant();
    messages.request(
        new MessageRequest(
            sender.district(),
            phone,
            sender.recipient(),
            null,
            template,
            text.id().toString(),
            template,
            sender.language(),
            Map.of(),
            now,
            now.plus(within),
            false));
  }
}
