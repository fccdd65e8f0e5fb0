package org.porchlight.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.StudentId;
import org.porchlight.shared.UserId;

/**
 * The record of disclosures that 34 CFR 99.32 asks for: each sharing of what is known of a student
 * with somebody outside the school, and each request that was not met. Only ever added to, kept as
 * long as the student's own records, open to the parents.
 */
public interface Disclosures {

  /** In the caller's transaction; a repeat with the same key does nothing. */
  void record(Disclosure disclosure);

  /** Newest first. The caller has opened the family's file. */
  List<Disclosure> of(FamilyId family);

  /** Oldest first, of these instants: {@code from} included, {@code until} not. */
  List<Disclosure> of(DistrictId district, Instant from, Instant until);

  /** What became of it. */
  enum Kind {
    /** It was put where the party could read it. */
    SENT,
    /** The party read it for the first time. */
    OPENED,
    /** The party asked for it, and was not given it. */
    REFUSED
  }

  /** Why it was allowed, or asked for. */
  enum Basis {
    /** Signed and dated, for this party and purpose (99.30). */
    CONSENT
  }

  /** For what the party may use it. */
  enum Interest {
    /** To offer the family the help that it asked for. */
    REFERRAL
  }

  /**
   * One disclosure. Holds the party's name: for pages and exports, never for logs or events.
   *
   * @param key makes it one act
   * @param party who received it, as it calls itself
   * @param what codes of the kinds of facts
   * @param reference of the paper or the referral that it rests on
   * @param by who sent it; null where the party itself acted, or the program did for a person
   */
  record Disclosure(
      String key,
      Kind kind,
      Instant at,
      DistrictId district,
      FamilyId family,
      List<StudentId> students,
      String party,
      Interest interest,
      Basis basis,
      List<String> what,
      UUID reference,
      @Nullable UserId by) {}
}
