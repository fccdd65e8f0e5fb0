package org.porchlight.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;

/**
 * Texts that only a person can settle: one of ours that the provider never answered for (I1), and
 * one of a family's that no rule and no task of an open case took. Holds no words and no numbers.
 */
public interface TextsToSettle {

  /** Of a district, oldest first; the caller keeps those within the reader's scope. */
  List<Item> open(DistrictId district);

  /** Empty where it is settled already, or there is no such text. */
  Optional<Item> find(UUID text);

  /**
   * Keeps who said so and when; a repeat changes nothing. A text of ours that did not arrive is
   * never sent again by itself. The caller has opened the family's file.
   *
   * @param arrived of a family's text: it was read and needs nothing more
   */
  void settle(UUID text, boolean arrived, UserId by);

  /** What is to be settled. */
  enum Kind {
    /** Ours; nobody can tell whether it arrived. */
    UNKNOWN,
    /** The family's; no rule understood it, or nobody waited for what it says. */
    UNCLEAR,
    /** The family's; it may mean that no texts are wanted. */
    MAYBE_STOP
  }

  /** One text. */
  record Item(UUID text, Kind kind, FamilyId family, Instant at) {}
}
