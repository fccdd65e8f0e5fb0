package org.porchlight.referrals.loop;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.engine.LyingSubjects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Barriers for which I5 does not hold. Whoever above gets one gets it with a due date of their own,
 * so that an open one which is past its own, or has no process, has been left lying.
 */
@Component
class LyingBarriers implements LyingSubjects {

  private final Barriers barriers;
  private final Helps helps;

  LyingBarriers(Barriers barriers, Helps helps) {
    this.barriers = barriers;
    this.helps = helps;
  }

  @Override
  @Transactional(readOnly = true)
  public List<UUID> lying(Instant before) {
    Set<UUID> running = helps.withProcess().keySet();
    return barriers.allOpen().stream()
        .filter(each -> each.due().isBefore(before) || !running.contains(each.id()))
        .map(Barrier::id)
        .toList();
  }
}
