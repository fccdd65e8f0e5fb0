package org.porchlight.identification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;

/**
 * Who else works with a family, so that nobody is contacted twice over. The caller has opened the
 * family's file.
 */
public interface OtherSupports {

  /** Those in place first, then those that ended, each the newest first. */
  List<Support> of(FamilyId family);

  /** Those in place on this day; families without any are left out. */
  Map<FamilyId, List<Support>> inPlace(Collection<FamilyId> families, LocalDate day);

  /**
   * @param id makes it one act: a repeat does nothing
   * @param who by role, never by name; at most 80 characters
   * @throws IllegalArgumentException where {@code who} is too long or a day is out of place:
   *     nothing changes
   */
  void add(
      UUID id,
      FamilyId family,
      Kind kind,
      @Nullable String who,
      LocalDate since,
      @Nullable LocalDate until,
      UserId by);

  /**
   * It ended on this day; a support of another family, or one that has ended before, stays as it
   * is.
   *
   * @throws IllegalArgumentException where it began after that day
   */
  void end(UUID id, FamilyId family, LocalDate until, UserId by);

  /**
   * @param until the last day; null: it goes on
   */
  record Support(
      UUID id, Kind kind, @Nullable String who, LocalDate since, @Nullable LocalDate until) {

    public boolean inPlaceOn(LocalDate day) {
      return until == null || !until.isBefore(day);
    }
  }

  /** What kind of help; message key {@code identification.support.<kind>}. */
  enum Kind {
    SCHOOL_SOCIAL_WORKER,
    SCHOOL_COUNSELOR,
    SCHOOL_NURSE,
    SPECIAL_EDUCATION,
    ENGLISH_LEARNER_STAFF,
    MENTOR,
    COMMUNITY_AGENCY,
    HEALTH_CARE,
    OTHER_PROGRAM
  }
}
