package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.Cases;
import org.porchlight.engine.TaskGroups;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.Questions;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.SendWindows;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.HandOver.State;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts another visitor in the place of one who leaves a family: asks first, and changes nothing
 * before the yes, so that no family is ever left with fewer than two.
 */
@Service
public class HandOvers {

  private final Pairs pairs;
  private final HandOverStore store;
  private final VisitorStore visitors;
  private final AskVisitors askVisitors;
  private final TakeOver takeOver;
  private final VisitTexts texts;
  private final Questions questions;
  private final SendWindows windows;
  private final TaskGroups groups;
  private final Cases cases;
  private final VisitProperties settings;
  private final Clock clock;

  HandOvers(
      Pairs pairs,
      HandOverStore store,
      VisitorStore visitors,
      AskVisitors askVisitors,
      TakeOver takeOver,
      VisitTexts texts,
      Questions questions,
      SendWindows windows,
      TaskGroups groups,
      Cases cases,
      VisitProperties settings,
      Clock clock) {
    this.pairs = pairs;
    this.store = store;
    this.visitors = visitors;
    this.askVisitors = askVisitors;
    this.takeOver = takeOver;
    this.texts = texts;
    this.questions = questions;
    this.windows = windows;
    this.groups = groups;
    this.cases = cases;
    this.settings = settings;
    this.clock = clock;
  }

  /** Asks {@code to}; the caller has checked the rules. Whoever is asked already is asked on. */
  void ask(Pair pair, UserId from, UserId to, UserId by) {
    Instant now = clock.instant();
    if (pair.state() == PairState.ACCEPTED) {
      askToTakeOver(pair, from, to, by, now);
      return;
    }
    UUID earlier = pair.questionTo(from);
    pair.askInstead(from, to);
    pairs.saveAndFlush(pair);
    questions.close(earlier);
    if (pair.state() == PairState.ASKED) {
      groups.move(pair.caseId().value(), group(from), group(to));
      askVisitors.ask(pair, to, now);
    }
    note(pair, by, now, pair.questionTo(to));
  }

  private void askToTakeOver(Pair pair, UserId from, UserId to, UserId by, Instant now) {
    Instant due = windows.dueAfter(pair.district(), now, settings.answerWithin());
    HandOver asked =
        new HandOver(UUID.randomUUID(), pair.id(), pair.caseId(), from, to, State.ASKED, by, due);
    if (!store.add(asked, now)) {
      return;
    }
    note(pair, by, now, asked.id());
    Visitor successor = visitors.find(to).orElseThrow();
    String partner = visitors.find(pair.partnerOf(from)).orElseThrow().firstName();
    PhoneNumber phone = successor.phone();
    if (phone != null) {
      questions.ask(
          new Question(
              asked.id(),
              Question.Kind.VISIT_ASSIGNMENT,
              phone,
              new Recipient.OfStaff(to),
              pair.caseId(),
              successor.textLanguage(),
              due,
              partner));
      texts.toVisitor(
          successor,
          new VisitTexts.Text(
              pair.caseId(), Purposes.TAKE_OVER, asked.id().toString(), now, due, false),
          Map.of("partner", partner),
          "/visits");
    }
  }

  /** By text; nothing where the question was another one. */
  @Transactional
  public void byText(UUID question, boolean accepted, Instant at) {
    store
        .lock(question)
        .filter(asked -> asked.state() == State.ASKED)
        .ifPresent(asked -> takeOver.decide(asked, accepted, at));
  }

  /** On the page. False where it was too late. */
  @Transactional
  public boolean onPage(UUID id, UserId visitor, boolean accepted) {
    HandOver asked = store.lock(id).orElseThrow();
    if (!asked.to().equals(visitor)) {
      throw new AccessDeniedException("Somebody else was asked");
    }
    if (asked.state() != State.ASKED) {
      return false;
    }
    takeOver.decide(asked, accepted, clock.instant());
    return true;
  }

  private void note(Pair pair, UserId by, Instant now, UUID key) {
    cases.note(pair.caseId(), "visits.handOver:" + key, "visits.handOverAsked", by, now, Map.of());
  }

  static String group(UserId visitor) {
    return OwnerGroup.visitor(visitor).text();
  }

  /** Shorter than this before a visit, nobody is asked any more: others are chosen at once. */
  static final Duration LAST_MOMENT = Duration.ofHours(24);
}
