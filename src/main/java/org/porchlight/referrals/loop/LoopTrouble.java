package org.porchlight.referrals.loop;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.cases.Cases;
import org.porchlight.engine.CommandFailed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows on the case's timeline what had no effect on a barrier's process. */
@Component
class LoopTrouble {

  /** What was settled another way when these came too late needs nobody. */
  private static final Set<String> HARMLESS =
      Set.of(
          ReferralLoop.BARRIER_ENDED,
          ReferralLoop.LOOK_AGAIN,
          ReferralLoop.PLAN_CHANGED,
          ReferralLoop.FAMILY_ANSWERED);

  private final Barriers barriers;
  private final Cases cases;
  private final Clock clock;

  LoopTrouble(Barriers barriers, Cases cases, Clock clock) {
    this.barriers = barriers;
    this.cases = cases;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  void on(CommandFailed failed) {
    Barrier about = barriers.find(failed.subject()).orElse(null);
    if (about == null
        || HARMLESS.contains(failed.name()) && failed.reason() == CommandFailed.Reason.EXPIRED) {
      return;
    }
    Instant now = clock.instant();
    cases.note(
        about.caseId(),
        "command:" + failed.commandId(),
        "cases.commandFailed." + failed.reason(),
        null,
        now,
        Map.of("name", failed.name()));
  }
}
