package org.porchlight.referrals;

import java.util.UUID;
import org.porchlight.shared.DistrictId;

/** Resources of the district that students are placed in: summer, after school, learning. */
public interface StudentPrograms {

  /** Makes the resource a program, or changes its terms. */
  void describe(DistrictId district, UUID resource, ProgramTerms terms);
}
