package org.porchlight.roster;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.StudentId;

/** What people decide about families. No import ever overwrites it (I9). */
public interface FamilyDecisions {

  /** Open proposals, oldest first. */
  List<Proposal> proposals(DistrictId district);

  /**
   * The students become one family. Throws {@link IllegalStateException} where the proposal is
   * decided already.
   */
  void confirm(UUID proposal, Actor by);

  /** They stay as they are, and are not proposed again for the same reason. */
  void refuse(UUID proposal, Actor by);

  /**
   * Parts these students from the rest of their family for good.
   *
   * @return the family of the parted students
   * @throws IllegalArgumentException when they are none, or all, of the family's students
   */
  FamilyId part(FamilyId family, Set<StudentId> students, Actor by);

  /** The texts of restriction on this family's contacts that nobody has read yet. */
  List<Restriction> restrictions(FamilyId family);

  /**
   * A person has read this text and found that the contact may be asked; a new text restricts
   * again.
   */
  void clearRestriction(GuardianId contact, StudentId student, String textRead, Actor by);

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

  /** A court order or the like, as the roster says it: for the family's page only. */
  record Restriction(GuardianId contact, StudentId student, String text) {}
}
