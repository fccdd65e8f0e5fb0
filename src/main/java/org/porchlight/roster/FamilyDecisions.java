package org.porchlight.roster;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.StudentId;
import org.porchlight.shared.UserId;

/** What people decide about families. No import ever overwrites it (I9). */
public interface FamilyDecisions {

  /** Open proposals of a district, oldest first. */
  List<Proposal> proposals(DistrictId district);

  /** What waits for this person: of their scope only (I8). */
  Waiting waiting(Actor by);

  /** What was decided about families of this person's scope, newest first, at most 50. */
  List<Decided> decided(Actor by);

  /**
   * The students become one family. Throws {@link IllegalStateException} where the proposal is
   * decided already.
   *
   * @param why in the person's own words; kept
   */
  void confirm(UUID proposal, String why, Actor by);

  /** They stay as they are, and are not proposed again for the same reason. */
  void refuse(UUID proposal, String why, Actor by);

  /**
   * Parts these students from the rest of their family for good.
   *
   * @return the family of the parted students
   * @throws IllegalArgumentException when they are none, or all, of the family's students
   */
  FamilyId part(FamilyId family, Set<StudentId> students, String why, Actor by);

  /** The texts of restriction on this family's contacts that nobody has lifted. */
  List<Restriction> restrictions(FamilyId family);

  /**
   * A person has read this text and found that the contact may be asked; a new text restricts
   * again.
   */
  void clearRestriction(
      GuardianId contact, StudentId student, String textRead, String why, Actor by);

  /** A person has read this text and found that it does restrict. */
  void keepRestriction(
      GuardianId contact, StudentId student, String textRead, String why, Actor by);

  /** Languages that a person found out (BCP 47); null takes the roster's again. */
  void setLanguages(
      GuardianId contact, @Nullable String written, @Nullable String spoken, Actor by);

  /** Students who may be one family. */
  record Proposal(UUID id, Reason reason, List<StudentId> students) {}

  /** Why a person has to decide. */
  enum Reason {
    SAME_ADDRESS,
    SAME_PHONE,
    /** More than eight students share contacts. */
    TOO_LARGE
  }

  /**
   * A court order or the like, as the roster says it: for the family's page only.
   *
   * @param read a person has read it and found that it does restrict
   */
  record Restriction(GuardianId contact, StudentId student, String text, boolean read) {}

  /**
   * @param restricted families with a restriction that nobody has read
   */
  record Waiting(List<Proposal> proposals, List<FamilyId> restricted) {

    public int count() {
      return proposals.size() + restricted.size();
    }
  }

  /**
   * @param why holds what a person wrote: for pages only (I6)
   */
  record Decided(
      What what,
      List<StudentId> students,
      @Nullable GuardianId contact,
      String why,
      UserId by,
      Instant at) {}

  /** What a person decided. */
  enum What {
    CONFIRMED,
    KEPT_APART,
    PARTED,
    RESTRICTION_LIFTED,
    RESTRICTION_KEPT
  }
}
