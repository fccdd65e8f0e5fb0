package org.porchlight.cases.internal;

import java.time.Instant;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.CaseView;
import org.porchlight.engine.TaskGroups;
import org.springframework.stereotype.Component;

/** Open barriers go with their case to another school: its people have them, until the same day. */
@Component
class BarriersAtNewSchool {

  private final Barriers barriers;
  private final TaskGroups groups;

  BarriersAtNewSchool(Barriers barriers, TaskGroups groups) {
    this.barriers = barriers;
    this.groups = groups;
  }

  void follow(CaseView old, CaseView now, Instant at) {
    for (Barrier one : barriers.open(old.id())) {
      hand(one, old.coordinators(), now.coordinators(), at);
      hand(one, old.team(), now.team(), at);
    }
  }

  private void hand(Barrier one, OwnerGroup from, OwnerGroup to, Instant at) {
    groups.move(one.id(), from.text(), to.text());
    if (one.owner().equals(from)) {
      barriers.own(one.id(), to, one.due(), one.level(), "SCHOOL_CHANGED", at);
    }
  }
}
