package org.porchlight.visits.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.porchlight.access.OwnerGroup;
import org.porchlight.engine.TaskGroups;
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
  private final TaskGroups groups;
  private final VisitProperties settings;
  private final Clock clock;

  AskVisitors(
      Pairs pairs,
      VisitorStore visitors,
      VisitTexts texts,
      Questions questions,
      SendWindows windows,
      TaskGroups groups,
      VisitProperties settings,
      Clock clock) {
    this.pairs = pairs;
    this.visitors = visitors;
    this.texts = texts;
    this.questions = questions;
    this.windows = windows;
    this.groups = groups;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A pair that has visited before is asked anew for each visit.
   *
   * @param round the same for a repeat of this step, another for the next visit
   */
  @Transactional
  public Asked ask(CaseId caseId, long round) {
    Pair newest =
        pairs
            .findFirstByCaseIdOrderByCreatedAtDesc(caseId.value())
            .orElseThrow(() -> new NoSuchElementException("The case has no pair to ask"));
    Instant now = clock.instant();
    Pair pair = newest;
    if (!newest.askedIn(round) && newest.state() != PairState.PROPOSED) {
      pair = again(newest, caseId, round, now);
    }
    if (pair.state() == PairState.PROPOSED) {
      pair.ask(windows.dueAfter(pair.district(), now, settings.answerWithin()), round);
      Pair asked = pairs.saveAndFlush(pair);
      asked.visitors().forEach(one -> groups.stay(caseId.value(), OwnerGroup.visitor(one).text()));
      asked.visitors().forEach(visitor -> ask(asked, visitor, now));
    }
    return new Asked(
        pair.ask(),
        Objects.requireNonNull(pair.closesAt()),
        pair.visitors().stream().map(id -> OwnerGroup.visitor(id).text()).toList());
  }

  private Pair again(Pair earlier, CaseId caseId, long round, Instant now) {
    earlier.visitors().forEach(visitor -> questions.close(earlier.questionTo(visitor)));
    earlier.replace();
    pairs.saveAndFlush(earlier);
    UUID reason =
        UUID.nameUUIDFromBytes(("ask:" + caseId + ":" + round).getBytes(StandardCharsets.UTF_8));
    return pairs.saveAndFlush(earlier.again(reason, now));
  }

  /** Asks one of the two, on a page always. */
  void ask(Pair pair, UserId to, Instant now) {
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
