package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.porchlight.access.OwnerGroup;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.SendWindows;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks both visitors of the newest pair, once: by text where they have a phone, on a page always.
 */
@Service
public class AskVisitors {

  private final Pairs pairs;
  private final VisitorStore visitors;
  private final VisitTexts texts;
  private final Questions questions;
  private final SendWindows windows;
  private final VisitProperties settings;
  private final Clock clock;

  AskVisitors(
      Pairs pairs,
      VisitorStore visitors,
      VisitTexts texts,
      Questions questions,
      SendWindows windows,
      VisitProperties settings,
      Clock clock) {
    this.pairs = pairs;
    this.visitors = visitors;
    this.texts = texts;
    this.questions = questions;
    this.windows = windows;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  public Asked ask(CaseId caseId) {
    Pair pair =
        pairs
            .findFirstByCaseIdOrderByCreatedAtDesc(caseId.value())
            .orElseThrow(() -> new NoSuchElementException("The case has no pair to ask"));
    if (pair.state() == PairState.PROPOSED) {
      Instant now = clock.instant();
      pair.ask(windows.dueAfter(pair.district(), now, settings.answerWithin()));
      pairs.saveAndFlush(pair);
      pair.visitors().forEach(visitor -> ask(pair, visitor, now));
    }
    return new Asked(
        pair.ask(),
        Objects.requireNonNull(pair.closesAt()),
        pair.visitors().stream().map(id -> OwnerGroup.visitor(id).text()).toList());
  }

  private void ask(Pair pair, UserId to, Instant now) {
    Visitor visitor = visitors.find(to).orElseThrow();
    Visitor partner = visitors.find(pair.partnerOf(to)).orElseThrow();
    PhoneNumber phone = visitor.phone();
    if (phone == null) {
      return;
    }
    UUID question = pair.questionTo(to);
    Instant closes = Objects.requireNonNull(pair.closesAt());
    questions.ask(
        new Question(
            question,
            Question.Kind.VISIT_ASSIGNMENT,
            phone,
            new Recipient.OfStaff(to),
            pair.caseId(),
            visitor.textLanguage(),
            closes,
            partner.firstName()));
    texts.toVisitor(
        visitor,
        new VisitTexts.Text(pair.caseId(), Purposes.ASK, question.toString(), now, closes, false),
        Map.of("partner", partner.firstName()),
        "/visits/asks/" + pair.ask());
  }

  /** What the process waits for. */
  public record Asked(UUID askId, Instant dueAt, List<String> visitorGroups) {}
}
