package org.porchlight.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.StudentId;

/** Students of open cases who begin at another school soon. */
public interface HandOvers {

  /**
   * Those whose first day is still to come, the nearest first; the caller keeps what is in scope.
   */
  List<HandOver> ofDistrict(DistrictId district, LocalDate today);

  /**
   * @param settled both schools know how it goes on
   */
  record HandOver(
      FamilyId family,
      StudentId student,
      @Nullable SchoolId from,
      SchoolId to,
      LocalDate begins,
      boolean settled) {}
}
