package org.porchlight.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;

/**
 * Texts to us that were set aside because working on them failed time and again. Until a person has
 * handled one, no text leaves to its phone: it might say stop.
 */
public interface StuckTexts {

  /** Oldest first, at most 200; the caller keeps those within the reader's scope. */
  List<Stuck> open();

  /** Empty where it was handled or understood meanwhile. */
  Optional<Stuck> find(UUID text);

  /**
   * A person has read it and done what it asks for; texts to that phone go on. Keeps who and when;
   * a repeat changes nothing. The caller has checked the scope.
   *
   * @return false where somebody was faster
   */
  boolean handled(UUID text, UserId by);

  /** What people handled lately, newest first, at most 50. */
  List<Handled> handled();

  /**
   * Holds words: for a page only, never for a log (I6).
   *
   * @param district null where the phone was never texted
   * @param sender as whom the phone was last texted; null where nobody can tell
   */
  record Stuck(
      UUID text,
      @Nullable DistrictId district,
      @Nullable Recipient sender,
      @Nullable PhoneNumber phone,
      String words,
      Instant at) {}

  /** One that a person has handled. */
  record Handled(
      UUID text,
      @Nullable DistrictId district,
      @Nullable Recipient sender,
      Instant receivedAt,
      UserId by,
      Instant at) {}
}
