package org.porchlight.identification;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;

/**
 * Looks for the families of chronically absent students and proposes those who have no support yet.
 */
public interface IdentificationRuns {

  /**
   * Proposes families, ranked. Running it again changes nothing but the figures: no family is
   * proposed twice at once, none whose case is open, none whom a person postponed or refused while
   * that holds.
   *
   * @param asOf the last day that counts, in the school year that contains it; null for the latest
   *     day with attendance
   * @param by who asked for it, null for the demo and for schedules
   * @throws DecisionRefused where the district has no attendance yet, or the date lies in the
   *     future
   */
  RunReport run(DistrictId district, @Nullable LocalDate asOf, @Nullable UserId by);

  /** The newest run of a district. */
  Optional<RunReport> latest(DistrictId district);
}
