package org.porchlight.visits.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The visits agreed on. */
interface Appointments extends Repository<Appointment, UUID> {

  Appointment saveAndFlush(Appointment appointment);

  Optional<Appointment> findById(UUID id);

  Optional<Appointment> findBySubmission(UUID submission);

  /** A family may say no in the second in which a visitor moves the visit. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select a from Appointment a where a.caseId = :caseId and a.state = :state")
  Optional<Appointment> lockByCaseIdAndState(UUID caseId, Appointment.State state);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select a from Appointment a where a.id = :id")
  Optional<Appointment> lockById(UUID id);

  Optional<Appointment> findByCaseIdAndState(UUID caseId, Appointment.State state);

  Optional<Appointment> findFirstByCaseIdOrderByBookedAtDesc(UUID caseId);

  @Query(
      """
      select a from Appointment a, Pair p
      where a.pair = p.id and (p.firstVisitor = :visitor or p.secondVisitor = :visitor)
        and a.state = :state
      order by a.startsAt
      """)
  List<Appointment> ofVisitor(UUID visitor, Appointment.State state);
}
