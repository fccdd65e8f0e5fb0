package org.porchlight.referrals.record;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Cases;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/**
 * Keeps each change of a referral: its row, the case's timeline, the event. The timeline names no
 * resource: what it is for may have been told in confidence.
 */
@Component
class ReferralDiary {

  private final ReferralRows rows;
  private final Cases cases;
  private final ReferralEvents events;

  ReferralDiary(ReferralRows rows, Cases cases, ReferralEvents events) {
    this.rows = rows;
    this.cases = cases;
    this.events = events;
  }

  void drafted(Referral referral) {
    rows.insert(referral);
    note(referral, "drafted." + referral.way(), referral.draftedBy(), referral.draftedAt());
    events.add(referral, "drafted", referral.draftedAt());
  }

  /**
   * @param what the timeline's entry, message key {@code timeline.referrals.<what>}
   * @param type of the event
   */
  void changed(Referral now, String what, String type, @Nullable UserId by, Instant at) {
    rows.update(now, by);
    note(now, what, by, at);
    events.add(now, type, at);
  }

  /** Something that counts the first time only. */
  void noteOnce(Referral about, String what, Instant at) {
    cases.note(
        about.caseId(),
        "referral:" + about.id() + ":" + what,
        "referrals." + what,
        null,
        at,
        Map.of("referral", about.id().toString()));
  }

  /** Something that changes no status. */
  void note(Referral about, String what, @Nullable UserId by, Instant at) {
    cases.note(
        about.caseId(),
        "referral:" + about.id() + ":" + what + ":" + about.news() + ":" + at.toEpochMilli(),
        "referrals." + what,
        by,
        at,
        Map.of("referral", about.id().toString()));
  }
}
