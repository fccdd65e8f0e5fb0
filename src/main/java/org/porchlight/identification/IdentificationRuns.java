package org.porchlight.identification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;

/**
 * Looks for the families whose children miss too much school and proposes those without support.
 */
public interface IdentificationRuns {

  /**
   * Proposes families, ranked, as many as the week can take on. Running it again changes nothing
   * but the figures: no family is proposed twice at once, none whose case is open, none whom a
   * person postponed or refused while that holds. Old attendance does not stop a person who asks.
   *
   * @param asOf the last day that counts, in the school year that contains it; null for the latest
   *     day with attendance
   * @param by who asked for it, null for the demo
   * @throws DecisionRefused where the district has no attendance yet, or the date lies in the
   *     future
   */
  RunReport run(DistrictId district, @Nullable LocalDate asOf, @Nullable UserId by);

  /** The newest run of a district. */
  Optional<RunReport> latest(DistrictId district);

  /**
   * The schools whose newest attendance is older than three school days: the daily look leaves
   * their families as they are until newer attendance comes. Empty while a summer program runs,
   * which goes by last year's rates.
   */
  List<StaleSchool> stale(DistrictId district);

  /**
   * @param newest the newest day with attendance
   */
  record StaleSchool(SchoolId school, String name, LocalDate newest) {}
}
