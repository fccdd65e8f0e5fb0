package org.porchlight.tasks.meeting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.access.OwnerGroup;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;
import org.porchlight.tasks.MeetingCycle;

/**
 * An attendance team and its cycle.
 *
 * @param school null: the district's own team
 * @param meets false: it has said that it does not meet by a cycle any more
 * @param movedTo the next meeting's instant where the team has chosen one itself
 * @param running an instance of the process plans its meetings, or is on its way
 */
public record Team(
    TeamId id,
    DistrictId district,
    @Nullable SchoolId school,
    MeetingCycle cycle,
    boolean meets,
    @Nullable Instant movedTo,
    int run,
    boolean running,
    Instant setUpAt) {

  static OwnerGroup group(DistrictId district, @Nullable SchoolId school) {
    return school == null ? OwnerGroup.team(district) : OwnerGroup.team(school);
  }

  public OwnerGroup group() {
    return group(district, school);
  }

  /** The team, and the coordinators who work with it. */
  List<String> groups() {
    OwnerGroup coordinators =
        school == null ? OwnerGroup.coordinators(district) : OwnerGroup.coordinators(school);
    return List.of(group().text(), coordinators.text());
  }

  boolean isRun(int number) {
    return running && run == number;
  }

  /** The key of messages to this run of its process. */
  String key() {
    return key(id, run);
  }

  static String key(TeamId id, int run) {
    return id + ":" + run;
  }
}
