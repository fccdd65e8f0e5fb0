package org.porchlight.referrals;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.Actor;
import org.porchlight.access.OwnerGroup;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;

/**
 * Who has which role at a school, and who is on call in a district. Only people who may open the
 * families' files of that school anyway, and nobody with an enforcing duty (I8, I11).
 */
public interface SchoolRoles {

  /**
   * Who does what this role does there: those who are named at the school, else those named for the
   * whole district, else the school's coordinators.
   *
   * @param school null: a family without one; then the district's
   */
  OwnerGroup ownersOf(DistrictId district, @Nullable SchoolId school, SchoolRole role);

  /** Those on call, where anybody is. */
  List<OwnerGroup> onCall(DistrictId district);

  /** The groups that somebody is in because they were named. */
  Set<OwnerGroup> groupsOf(Actor actor);

  /**
   * What to do about an urgent matter while nobody works: the district's own words, else what holds
   * everywhere.
   */
  String outOfHours(DistrictId district);
}
