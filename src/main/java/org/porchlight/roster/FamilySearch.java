package org.porchlight.roster;

import java.util.List;
import java.util.Set;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.SchoolId;

/**
 * Finds families by the name of a student or guardian, inside a scope only (I8). Finding shows a
 * line, it opens no file.
 */
public interface FamilySearch {

  /**
   * @param districtWide every school, and students without one; otherwise only {@code schools}
   * @param text parts of names, any order; blank lists the first ones
   * @param limit at most this many, by last name
   */
  List<Hit> find(
      DistrictId district, boolean districtWide, Set<SchoolId> schools, String text, int limit);

  /**
   * @param line the students' names with grade and school: for the list on a page, nowhere else
   *     (I6)
   */
  record Hit(FamilyId family, String line) {}
}
