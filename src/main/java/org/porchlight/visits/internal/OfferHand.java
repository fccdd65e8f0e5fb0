package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.engine.Submission;
import org.porchlight.engine.TaskHandler;
import org.porchlight.messaging.SendWindows;
import org.porchlight.roster.SchoolCalendars;
import org.porchlight.shared.CaseId;
import org.springframework.stereotype.Component;

/** The log is late: the coordinator offers the visitors a hand, and may write it for them. */
@Component
public class OfferHand implements TaskHandler {

  private static final Duration WITHIN = Duration.ofHours(24);
  private static final int USUAL_DAYS = 2;
  private static final int AT_MOST_DAYS = 14;

  private final Cases cases;
  private final SchoolCalendars calendars;
  private final SendWindows windows;
  private final Clock clock;

  OfferHand(Cases cases, SchoolCalendars calendars, SendWindows windows, Clock clock) {
    this.cases = cases;
    this.calendars = calendars;
    this.windows = windows;
    this.clock = clock;
  }

  /** Until when the coordinator should have called the visitors, or written their log. */
  public Instant dueAt(CaseId id) {
    return windows.dueAfter(cases.get(id).district(), clock.instant(), WITHIN);
  }

  @Override
  public String formId() {
    return "offer-hand";
  }

  @Override
  public Map<String, Object> submitted(Submission submission) {
    CaseView view = cases.get(new CaseId(submission.task().subject()));
    if ("COORDINATOR".equals(FormValues.text(submission.data(), "who"))) {
      return Map.of("logTaken", true, "phoneLogDueAt", text(dueAt(view.id())));
    }
    ZoneId zone = calendars.zone(view.district());
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    LocalDate said = FormValues.date(submission.data(), "until");
    LocalDate until = said == null ? today.plusDays(USUAL_DAYS) : said;
    if (until.isBefore(today) || until.isAfter(today.plusDays(AT_MOST_DAYS))) {
      throw FormValues.wrong(
          "until", "Choose a day from today to %d days from now".formatted(AT_MOST_DAYS));
    }
    Instant dayIsOver = until.plusDays(1).atStartOfDay(zone).toInstant();
    return Map.of(
        "logTaken", false, "handAgainAt", text(windows.nextOpening(view.district(), dayIsOver)));
  }

  /** As the engine reads it. */
  private static String text(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toString();
  }
}
