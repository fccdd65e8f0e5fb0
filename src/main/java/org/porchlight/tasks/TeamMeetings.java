package org.porchlight.tasks;

import org.jspecify.annotations.Nullable;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;

/** The meetings of attendance teams, for whoever sets a district up. */
public interface TeamMeetings {

  /**
   * From now on this team meets by this cycle: its next meeting is planned, its pack is prepared
   * the school day before. Another cycle replaces the one before.
   *
   * @param school null: the district's own team
   */
  void setUp(DistrictId district, @Nullable SchoolId school, MeetingCycle cycle);
}
