package org.porchlight.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.shared.UserId;

/**
 * The person who acts, with everything that decides what they may see.
 *
 * @param district null only for the administrator of an installation that has no district yet
 * @param districtWide sees every school of the district, and students without a school
 * @param schools otherwise, these
 */
public record Actor(
    UserId id,
    String username,
    String displayName,
    @Nullable DistrictId district,
    boolean districtWide,
    Set<SchoolId> schools,
    Set<Role> roles,
    Set<Duty> duties) {

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Nobody with a truancy, court or police duty visits a family or opens a case (I11). */
  public boolean enforces() {
    return !duties.isEmpty();
  }
}
