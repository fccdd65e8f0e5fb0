package org.porchlight.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;

/** The cases, for the modules above. */
public interface Cases {

  /** Throws {@link java.util.NoSuchElementException} where there is none. */
  CaseView get(CaseId id);

  Optional<CaseView> openCaseOf(FamilyId family);

  /**
   * Adds an entry to the case's timeline in the caller's transaction; a repeat with the same {@code
   * entryKey} does nothing.
   *
   * @param kind {@code <module>.<whatHappened>}: the page's text is message key {@code
   *     timeline.<kind>}
   * @param facts shown on the timeline page, may hold what people wrote
   */
  void note(
      CaseId id,
      String entryKey,
      String kind,
      @Nullable UserId by,
      Instant at,
      Map<String, Object> facts);

  /**
   * The family wants no visits: ends them politely and at once, asks no reason, is kept apart from
   * "not reached". {@code how}: a code such as {@code TEXT}, {@code CALL}, {@code AT_THE_DOOR}.
   */
  void familyDeclined(CaseId id, String how, @Nullable UserId by, Instant at);

  /**
   * A visit took place.
   *
   * @param visit its id: a repeat does nothing
   * @param wish what the family then said about going on, null where it was not asked
   */
  void visited(CaseId id, UUID visit, LocalDate on, @Nullable Wish wish);

  /**
   * A log was amended: the family wished for something else. It counts from the next step on,
   * unless the family has said something else since.
   *
   * @param was as the log had it; where it had none, a word from before stays
   * @param now null: the family was not asked, or not sure
   */
  void wishAmended(CaseId id, @Nullable Wish was, @Nullable Wish now);

  /** The family said yes to a visit: from now on the two visitors see address and history. */
  void familyAgreed(CaseId id, String how, @Nullable UserId by, Instant at);
}
