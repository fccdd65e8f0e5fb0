package org.porchlight.cases.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.porchlight.cases.CaseView;
import org.porchlight.roster.RosterChanged;
import org.porchlight.shared.DistrictId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the open cases of a district with its roster, in the transaction of each change, so that
 * whom a family may be contacted through is never older than the roster.
 */
@Component
class RosterWatch {

  private static final Set<CaseView.State> OPEN =
      Set.of(CaseView.State.STARTING, CaseView.State.OPEN);

  private final CaseStore cases;
  private final FollowRoster follow;
  private final MergeCases merge;

  RosterWatch(CaseStore cases, FollowRoster follow, MergeCases merge) {
    this.cases = cases;
    this.follow = follow;
    this.merge = merge;
  }

  @EventListener
  @Transactional
  void on(RosterChanged changed) {
    look(changed.district());
  }

  /** Locks before anything is read, or a case that changes in between would refuse the import. */
  private void look(DistrictId district) {
    List<Case> open = cases.lockByDistrictIdAndStateIn(district.value(), OPEN);
    Stream.concat(merge.partAgain(district).stream(), open.stream())
        .forEach(
            held -> {
              if (held.live() && !merge.merged(held)) {
                follow.follow(held);
              }
            });
  }
}
