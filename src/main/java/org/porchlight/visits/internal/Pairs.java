package org.porchlight.visits.internal;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The pairs that were chosen. */
interface Pairs extends Repository<Pair, UUID> {

  Pair saveAndFlush(Pair pair);

  Optional<Pair> findById(UUID id);

  Optional<Pair> findByPlanSubmission(UUID submission);

  Optional<Pair> findByAsk(UUID ask);

  /** Two visitors may answer in the same second. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Pair p where p.ask = :ask")
  Optional<Pair> lockByAsk(UUID ask);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Pair p where p.firstQuestion = :question or p.secondQuestion = :question")
  Optional<Pair> lockByQuestion(UUID question);

  @Query("select p from Pair p where p.firstQuestion = :question or p.secondQuestion = :question")
  Optional<Pair> byQuestion(UUID question);

  Optional<Pair> findFirstByCaseIdOrderByCreatedAtDesc(UUID caseId);

  /** A case may end in the second in which a visitor answers. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Pair p where p.caseId = :caseId and p.state in :states")
  Optional<Pair> lockByCaseIdAndStateIn(UUID caseId, Collection<PairState> states);

  Optional<Pair> findByCaseIdAndStateIn(UUID caseId, Collection<PairState> states);

  List<Pair> findByFamilyAndStateIn(UUID family, Collection<PairState> states);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Pair p where p.id = :id")
  Optional<Pair> lock(UUID id);

  @Query(
      """
      select p from Pair p
      where (p.firstVisitor = :visitor or p.secondVisitor = :visitor) and p.state in :states
      order by p.createdAt
      """)
  List<Pair> ofVisitor(UUID visitor, Collection<PairState> states);
}
