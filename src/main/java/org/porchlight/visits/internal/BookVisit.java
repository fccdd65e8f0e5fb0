package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.porchlight.cases.Cases;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.messaging.SendWindows;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books the time that was agreed on, tells the family and the visitors, and says when what is due.
 */
@Service
public class BookVisit {

  private final Submissions submissions;
  private final Pairs pairs;
  private final Appointments appointments;
  private final VisitorStore visitors;
  private final VisitTexts texts;
  private final SchoolCalendars calendars;
  private final SendWindows windows;
  private final VisitProperties settings;
  private final Cases cases;
  private final TimeOffers offers;
  private final FamilyChanges changes;
  private final VisitLogs logs;
  private final Clock clock;

  BookVisit(
      Submissions submissions,
      Pairs pairs,
      Appointments appointments,
      VisitorStore visitors,
      VisitTexts texts,
      SchoolCalendars calendars,
      SendWindows windows,
      VisitProperties settings,
      Cases cases,
      TimeOffers offers,
      FamilyChanges changes,
      VisitLogs logs,
      Clock clock) {
    this.submissions = submissions;
    this.pairs = pairs;
    this.appointments = appointments;
    this.visitors = visitors;
    this.texts = texts;
    this.calendars = calendars;
    this.windows = windows;
    this.settings = settings;
    this.cases = cases;
    this.offers = offers;
    this.changes = changes;
    this.logs = logs;
    this.clock = clock;
  }

  /** A repeat with the same submission returns the same visit. */
  @Transactional
  public Booked book(CaseId caseId, UUID submissionId) {
    Submission submission = submissions.get(submissionId);
    return booked(
        caseId,
        submission,
        () -> AgreedTime.of(submission.data(), calendars.zone(cases.get(caseId).district())));
  }

  /** The time that the family picked by text. A repeat returns the same visit. */
  @Transactional
  public Booked bookOffered(CaseId caseId, UUID offer, int number) {
    Submission submission = submissions.get(offers.submissionOf(offer));
    return booked(caseId, submission, () -> offers.picked(caseId, offer, number));
  }

  private Booked booked(CaseId caseId, Submission submission, Supplier<AgreedTime> agreed) {
    Appointment visit =
        appointments
            .findBySubmission(submission.id())
            .orElseGet(() -> add(caseId, submission, agreed.get()));
    VisitTimes times = new VisitTimes(settings, calendars.zone(visit.district()));
    Instant ends = visit.endsAt();
    Instant first = remindAt(visit, times.firstReminder(visit.startsAt()));
    Instant last = remindAt(visit, times.lastReminder(visit.startsAt()));
    return new Booked(
        visit.id(),
        first,
        last.isBefore(first) ? first : last,
        ends,
        times.alertAt(ends),
        times.nudgeAt(ends),
        times.logDue(ends),
        VisitForm.after(logs.made(caseId)).id());
  }

  /** In a window, so that a reminder for Monday leaves on Friday; at once where that has passed. */
  private Instant remindAt(Appointment visit, Instant best) {
    Instant wanted = windows.earlier(visit.district(), best);
    Instant now = clock.instant();
    return wanted.isBefore(now) ? now : wanted;
  }

  private Appointment add(CaseId caseId, Submission submission, AgreedTime agreed) {
    Pair pair =
        pairs
            .findByCaseIdAndStateIn(caseId.value(), PairState.CURRENT)
            .filter(current -> current.state() == PairState.ACCEPTED)
            .orElseThrow(() -> new IllegalStateException("The case has no pair that accepted"));
    Instant now = clock.instant();
    appointments
        .findByCaseIdAndState(caseId.value(), Appointment.State.PLANNED)
        .ifPresent(
            earlier -> {
              earlier.giveUp(Appointment.State.CHANGED, submission.by(), now);
              appointments.saveAndFlush(earlier);
            });
    Appointment visit =
        appointments.saveAndFlush(new Appointment(pair, submission.id(), agreed, now));
    List<Visitor> both =
        pair.visitors().stream().map(id -> visitors.find(id).orElseThrow()).toList();
    texts.toFamily(visit, both, text(visit, Purposes.CONFIRMED, now), true);
    for (Visitor one : both) {
      texts.toVisitor(
          one,
          text(visit, Purposes.VISITOR_BOOKED, now),
          Map.of("when", visit.startsAt()),
          "/visits/" + visit.id());
    }
    changes.askFamily(visit);
    return visit;
  }

  private static VisitTexts.Text text(Appointment visit, String purpose, Instant now) {
    return new VisitTexts.Text(
        visit.caseId(), purpose, visit.id().toString(), now, visit.startsAt(), false);
  }

  /**
   * The instants that the process waits for.
   *
   * @param logForm the form that the visit will be logged in
   */
  public record Booked(
      UUID visitId,
      Instant remindAt,
      Instant remindAgainAt,
      Instant endsAt,
      Instant alertAt,
      Instant nudgeAt,
      Instant logDueAt,
      String logForm) {}
}
