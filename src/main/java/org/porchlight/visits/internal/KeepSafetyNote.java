package org.porchlight.visits.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.messaging.SendWindows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the note about a visit that was not safe, and what its reviewer decided. */
@Service
public class KeepSafetyNote {

  private static final Duration REVIEW_WITHIN = Duration.ofHours(48);

  private final Submissions submissions;
  private final Appointments appointments;
  private final SafetyStops stops;
  private final SendWindows windows;
  private final VisitProperties settings;
  private final Clock clock;

  KeepSafetyNote(
      Submissions submissions,
      Appointments appointments,
      SafetyStops stops,
      SendWindows windows,
      VisitProperties settings,
      Clock clock) {
    this.submissions = submissions;
    this.appointments = appointments;
    this.stops = stops;
    this.windows = windows;
    this.settings = settings;
    this.clock = clock;
  }

  /** Returns until when it is to be reviewed. A repeat changes nothing. */
  @Transactional
  public Instant keep(UUID visitId, UUID submissionId) {
    Submission note = submissions.get(submissionId);
    String words = FormValues.text(note.data(), "words");
    stops.write(visitId, note, FormValues.codes(note.data(), "facts"), words == null ? "" : words);
    Appointment visit = appointments.findById(visitId).orElseThrow();
    return windows.dueAfter(visit.district(), clock.instant(), REVIEW_WITHIN);
  }

  /** Visits there stay stopped for the days decided, or may be planned again at once. */
  @Transactional
  public void review(UUID visitId, UUID submissionId) {
    Submission review = submissions.get(submissionId);
    Appointment visit = appointments.findById(visitId).orElseThrow();
    Integer days = FormValues.number(review.data(), "days");
    boolean lifted = "LIFT".equals(FormValues.text(review.data(), "decision"));
    Instant until =
        lifted
            ? review.at()
            : visit
                .startsAt()
                .plus(Duration.ofDays(days == null ? settings.safetyNoteDays() : days));
    stops.review(visitId, review.by(), review.at(), until);
  }
}
