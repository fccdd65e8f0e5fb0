package org.porchlight.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;

/** What happened in cases, for pages: the caller has opened the family's file. */
public interface CaseHistory {

  /** Oldest first, with that of cases that have gone into this one. */
  List<Entry> timeline(CaseId id);

  /** Empty while the case goes on. */
  Optional<Outcome> outcome(CaseId id);

  /** Families whose cases have gone into this one: what was said with them belongs to it. */
  List<FamilyId> mergedFamilies(CaseId id);

  /** All cases of a family, newest first. */
  List<CaseView> ofFamily(FamilyId family);

  /** All cases of a district, newest first; the caller keeps those within the reader's scope. */
  List<CaseView> ofDistrict(DistrictId district);

  /**
   * One thing that happened.
   *
   * @param kind the page's text is message key {@code timeline.<kind>}
   * @param facts may hold what people wrote
   */
  record Entry(Instant at, String kind, @Nullable UserId by, Map<String, Object> facts) {}
}
