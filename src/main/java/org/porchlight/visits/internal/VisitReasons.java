package org.porchlight.visits.internal;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.StillWanted;
import org.porchlight.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a text of ours still has its reason when it is about to leave (I2). */
@Component
@Transactional(readOnly = true)
class VisitReasons implements StillWanted {

  private final Pairs pairs;
  private final Appointments appointments;
  private final HandOverStore handOvers;
  private final JdbcClient jdbc;
  private final Clock clock;

  VisitReasons(
      Pairs pairs,
      Appointments appointments,
      HandOverStore handOvers,
      JdbcClient jdbc,
      Clock clock) {
    this.pairs = pairs;
    this.appointments = appointments;
    this.handOvers = handOvers;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String purposePrefix() {
    return Purposes.PREFIX;
  }

  @Override
  public boolean stillWanted(String purpose, String occurrence, @Nullable CaseId caseId) {
    UUID id = UUID.fromString(occurrence);
    return switch (purpose) {
      case Purposes.ASK ->
          pairs
              .byQuestion(id)
              .filter(pair -> pair.state() == PairState.ASKED)
              .filter(pair -> pair.answerOf(pair.asked(id)) == null)
              .isPresent();
      case Purposes.PAIR_COMPLETE ->
          pairs.findById(id).filter(pair -> pair.state() == PairState.ACCEPTED).isPresent();
      case Purposes.CONFIRMED,
          Purposes.VISITOR_BOOKED,
          Purposes.FAMILY_REMINDER,
          Purposes.VISITOR_REMINDER,
          Purposes.FAMILY_LAST_REMINDER,
          Purposes.VISITOR_LAST_REMINDER ->
          appointments
              .findById(id)
              .filter(Appointment::planned)
              .filter(visit -> visit.startsAt().isAfter(clock.instant()))
              .isPresent();
      case Purposes.TAKE_OVER -> handOvers.open(id);
      case Purposes.OTHER_VISITORS -> handOvers.visitAhead(id, clock.instant());
      case Purposes.TIME_OFFER -> offered(id);
      case Purposes.FAMILY_OFF ->
          appointments.findById(id).filter(this::off).filter(this::nothingAgreedSince).isPresent();
      case Purposes.VISITOR_OFF -> appointments.findById(id).filter(this::off).isPresent();
      case Purposes.CHECK_OUT -> nobodyLeft(id);
      // They answer the recipient's own text.
      case Purposes.CHECKED_OUT, Purposes.WHO_COMES, Purposes.NOBODY_COMES, Purposes.OFF_RECEIPT ->
          true;
      case Purposes.LOG_NUDGE -> appointments.findById(id).filter(Appointment::planned).isPresent();
      default -> throw new IllegalArgumentException("No text of this purpose: " + purpose);
    };
  }

  private boolean offered(UUID offer) {
    return jdbc.sql(
            "select exists (select from visits.time_offer where id = ? and closed_at is null)")
        .param(offer)
        .query(Boolean.class)
        .single();
  }

  private boolean nobodyLeft(UUID checkOut) {
    return jdbc.sql(
            """
            select not exists (
              select from visits.check_out c join visits.presence p on p.appointment = c.appointment
              where c.id = ? and p.what = 'LEFT')
            """)
        .param(checkOut)
        .query(Boolean.class)
        .single();
  }

  private boolean off(Appointment visit) {
    return !visit.planned() && visit.startsAt().isAfter(clock.instant());
  }

  private boolean nothingAgreedSince(Appointment visit) {
    return appointments
        .findByCaseIdAndState(visit.caseId().value(), Appointment.State.PLANNED)
        .isEmpty();
  }
}
