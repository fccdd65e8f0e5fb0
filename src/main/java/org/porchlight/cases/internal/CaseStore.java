package org.porchlight.cases.internal;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Outcome;
import org.porchlight.shared.CaseId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The cases' rows. */
interface CaseStore extends JpaRepository<Case, UUID> {

  String OF_FAMILY =
      """
      select c from Case c where c.state in :states and (c.familyId = :familyId
        or c.id in (select m.mergedInto from Case m
          where m.familyId = :familyId and m.outcome = org.porchlight.cases.Outcome.MERGED))
      """;

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Case c where c.id = :id")
  Optional<Case> lock(UUID id);

  /** Also by the id of a family whose case has gone into this one: its texts still come by that. */
  @Query(OF_FAMILY)
  Optional<Case> findByFamilyIdAndStateIn(UUID familyId, Collection<CaseView.State> states);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(OF_FAMILY)
  Optional<Case> lockByFamilyIdAndStateIn(UUID familyId, Collection<CaseView.State> states);

  /** In one order, so that two imports wait for each other instead of locking each other out. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select c from Case c where c.districtId = :districtId and c.state in :states order by c.id")
  List<Case> lockByDistrictIdAndStateIn(UUID districtId, Collection<CaseView.State> states);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select c from Case c where c.districtId = :districtId and c.outcome = :outcome
        and c.state = :state order by c.id
      """)
  List<Case> lockByDistrictIdAndOutcomeAndState(
      UUID districtId, Outcome outcome, CaseView.State state);

  List<Case> findByMergedInto(UUID other);

  /** Of this very id. */
  Optional<Case> findFirstByFamilyIdAndStateInOrderByOpenedAtDesc(
      UUID familyId, Collection<CaseView.State> states);

  /** The case whose history a new run continues, if it ended since then; locked. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<Case> findFirstByFamilyIdAndStateAndClosedAtAfterOrderByClosedAtDesc(
      UUID familyId, CaseView.State state, Instant since);

  List<Case> findByFamilyIdOrderByOpenedAtDesc(UUID familyId);

  List<Case> findByDistrictIdOrderByOpenedAtDesc(UUID districtId);

  /**
   * Locks the row until the transaction ends, so that what happens to one case happens in turn. Not
   * after it was read without a lock in the same transaction: that fails where it changed between.
   */
  default Case hold(CaseId id) {
    return lock(id.value()).orElseThrow(() -> new NoSuchElementException("No case " + id));
  }

  default Case read(CaseId id) {
    return findById(id.value()).orElseThrow(() -> new NoSuchElementException("No case " + id));
  }
}
