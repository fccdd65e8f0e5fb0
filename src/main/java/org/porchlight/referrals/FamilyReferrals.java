package org.porchlight.referrals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.Family;

/** What a family's page shows of its referrals, and of what was shared with whom. */
public interface FamilyReferrals {

  /** For the signed-in person, who has opened this family's file; empty for those who may not. */
  Shown of(Family family);

  /**
   * @param may false: the reader sees nothing of it
   * @param open the family has an open case
   * @param lines newest first
   * @param disclosures newest first
   */
  record Shown(
      UUID family, boolean may, boolean open, List<Line> lines, List<Disclosed> disclosures) {}

  /**
   * One referral.
   *
   * @param status message key {@code referrals.status.<status>}
   * @param since when that was, in the district's zone
   * @param outcome message key {@code referrals.outcome.<outcome>}
   * @param undelivered the link to the partner could not be sent
   * @param withdrawable the family's agreement stands and can be taken back
   */
  record Line(
      UUID id,
      UUID resource,
      String name,
      @Nullable String organization,
      String way,
      String status,
      String since,
      @Nullable String cancelReason,
      @Nullable String outcome,
      boolean undelivered,
      boolean withdrawable,
      boolean signable,
      @Nullable Agreed agreed,
      List<Said> said) {}

  /**
   * What somebody agreed to.
   *
   * @param how message key {@code referrals.how.<how>}
   * @param facts code and value; message key {@code partner.fact.<code>}
   */
  record Agreed(
      String signer,
      String how,
      String on,
      @Nullable String witness,
      String recordedBy,
      Map<String, String> facts,
      @Nullable String withdrawn) {}

  /**
   * What the partner said.
   *
   * @param answer message key {@code referrals.said.<answer>}
   * @param reason message key {@code partner.reason.<reason>}
   */
  record Said(String at, String answer, @Nullable String reason, @Nullable String words) {}

  /**
   * A line of the record of disclosures.
   *
   * @param kind message key {@code referrals.disclosed.<kind>}
   * @param what message keys {@code partner.fact.<code>}
   */
  record Disclosed(String at, String kind, String party, List<String> what, String students) {}
}
