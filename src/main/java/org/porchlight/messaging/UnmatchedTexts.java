package org.porchlight.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;

/**
 * Texts of which nobody can tell whose they are: of a phone that several families share, of a
 * visitor who is a guardian too, of a number that nobody knows; and what a partner writes back. A
 * person says so; until then none is lost.
 */
public interface UnmatchedTexts {

  /** Oldest first, at most 200; the caller keeps those within the reader's scope. */
  List<Unmatched> open();

  /** Empty where somebody was faster. */
  Optional<Unmatched> find(UUID text);

  /**
   * It is this family's: from now on it stands in its thread, and is understood as if it had come
   * there alone. Keeps who said so. The caller has opened the family's file.
   *
   * @return false where somebody was faster, or the family is not known
   */
  boolean belongsTo(UUID text, FamilyId family, UserId by);

  /**
   * It is a visitor's, a partner's, or nobody's of the program: a person has read it and done what
   * it asks for.
   *
   * @return false where somebody was faster
   */
  boolean handled(UUID text, UserId by);

  /**
   * Holds words and a number: for a page only (I6).
   *
   * @param possible whose it may be, the likeliest first; empty for an unknown number
   */
  record Unmatched(
      UUID text, PhoneNumber phone, String words, int media, Instant at, List<Possible> possible) {}

  /**
   * @param district null where only a question was put to the phone so far
   */
  record Possible(Recipient recipient, @Nullable DistrictId district) {}
}
