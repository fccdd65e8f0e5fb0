package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Cases;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.SendWindows;
import org.porchlight.shared.UserId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a visitor's yes or no, by text or on the page; the process hears once, when the pair is
 * decided.
 */
@Service
public class AnswerAsk {

  private final Pairs pairs;
  private final VisitorStore visitors;
  private final VisitTexts texts;
  private final Questions questions;
  private final ProcessEngine engine;
  private final Cases cases;
  private final SendWindows windows;
  private final Clock clock;

  AnswerAsk(
      Pairs pairs,
      VisitorStore visitors,
      VisitTexts texts,
      Questions questions,
      ProcessEngine engine,
      Cases cases,
      SendWindows windows,
      Clock clock) {
    this.pairs = pairs;
    this.visitors = visitors;
    this.texts = texts;
    this.questions = questions;
    this.engine = engine;
    this.cases = cases;
    this.windows = windows;
    this.clock = clock;
  }

  /** By text: the question says who was asked. */
  @Transactional
  public void byText(UUID question, boolean accepted, Instant at) {
    pairs
        .lockByQuestion(question)
        .ifPresent(pair -> answer(pair, pair.asked(question), accepted, at, "TEXT"));
  }

  /** On the page. False where it was too late: the ask is decided, closed, or answered before. */
  @Transactional
  public boolean onPage(UUID ask, UserId visitor, boolean accepted) {
    Pair pair =
        pairs.lockByAsk(ask).orElseThrow(() -> new NoSuchElementException("Nobody was asked this"));
    if (!pair.includes(visitor)) {
      throw new AccessDeniedException("Somebody else was asked");
    }
    return answer(pair, visitor, accepted, clock.instant(), "PAGE");
  }

  private boolean answer(Pair pair, UserId visitor, boolean accepted, Instant at, String how) {
    if (pair.state() != PairState.ASKED || pair.answerOf(visitor) != null) {
      return false;
    }
    boolean decided = pair.answer(visitor, accepted, at);
    pairs.saveAndFlush(pair);
    questions.close(pair.questionTo(visitor));
    cases.note(
        pair.caseId(),
        "visits.answer:" + pair.questionTo(visitor),
        accepted ? "visits.visitorAccepted" : "visits.visitorDeclined",
        visitor,
        at,
        Map.of("how", how));
    if (decided) {
      pair.visitors().forEach(one -> questions.close(pair.questionTo(one)));
      tellProcess(pair, clock.instant());
      if (pair.state() == PairState.ACCEPTED) {
        pair.visitors().forEach(one -> thank(pair, one));
      }
    }
    return true;
  }

  private void tellProcess(Pair pair, Instant now) {
    Instant closes = closes(pair.closesAt(), now);
    engine.publish(
        new ProcessMessage(
            "visits.pairAnswered",
            pair.ask().toString(),
            "visits.pairAnswered:" + pair.ask(),
            Duration.between(now, closes),
            pair.caseId().value(),
            Map.of("pairAccepted", pair.state() == PairState.ACCEPTED)));
  }

  /**
   * An answer counts until the ask closes; an hour at least, for a job that has not finished
   * asking.
   */
  private static Instant closes(@Nullable Instant asked, Instant now) {
    Instant soonest = now.plus(Duration.ofHours(1));
    return asked == null || asked.isBefore(soonest) ? soonest : asked;
  }

  private void thank(Pair pair, UserId to) {
    Visitor visitor = visitors.find(to).orElseThrow();
    Visitor partner = visitors.find(pair.partnerOf(to)).orElseThrow();
    Instant now = clock.instant();
    texts.toVisitor(
        visitor,
        new VisitTexts.Text(
            pair.caseId(),
            Purposes.PAIR_COMPLETE,
            pair.id().toString(),
            now,
            windows.dueAfter(pair.district(), now, Duration.ofDays(2)),
            false),
        Map.of("partner", partner.firstName()),
        "/visits/asks/" + pair.ask());
  }
}
