package org.porchlight.cases.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers.History.What;
import org.porchlight.cases.Barriers.Telling;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/**
 * Each hop of a barrier on its case's timeline. What was told in confidence is not named there:
 * more people read that than may know it.
 */
@Component
class BarrierTimeline {

  private final Timeline timeline;

  BarrierTimeline(Timeline timeline) {
    this.timeline = timeline;
  }

  void told(Barrier barrier, What what, long number, Telling telling) {
    String kind =
        switch (what) {
          case TOLD_AGAIN -> "cases.barrierToldAgain";
          case HELPED -> "cases.barrierHelped";
          default -> "cases.barrierTold";
        };
    add(barrier, kind, number, telling.by(), telling.at());
  }

  void owned(Barrier barrier, long number, Instant at) {
    String kind =
        switch (barrier.level()) {
          case 0 -> "cases.barrierOwner";
          case 1 -> "cases.barrierToTeam";
          case 2 -> "cases.barrierToDistrict";
          default -> "cases.barrierAgain";
        };
    add(barrier, kind, number, null, at);
  }

  void moved(Barrier barrier, long number, Instant at) {
    add(barrier, "cases.barrierMoved", number, null, at);
  }

  void ended(Barrier barrier, Barrier.End end, long number, @Nullable UserId by, Instant at) {
    add(barrier, "cases.barrierEnded." + end, number, by, at);
  }

  private void add(Barrier barrier, String kind, long number, @Nullable UserId by, Instant at) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("barrier", barrier.id().toString());
    if (!barrier.code().restricted()) {
      facts.put("barrierCode", barrier.code().name());
    }
    timeline.add(barrier.caseId(), "barrier:" + number, kind, by, at, facts);
  }
}
