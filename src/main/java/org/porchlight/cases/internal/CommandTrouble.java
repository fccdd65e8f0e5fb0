package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.porchlight.cases.CaseView;
import org.porchlight.engine.CommandFailed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what had no effect on the process, and asks a coordinator to look. */
@Component
class CommandTrouble {

  /** What was already settled another way when these came too late needs nobody. */
  private static final Set<String> HARMLESS =
      Set.of(FamilyCase.JOURNEY_ENDED, FamilyCase.CALL_REQUESTED);

  private final CaseStore cases;
  private final CallRequests calls;
  private final Timeline timeline;
  private final Clock clock;

  CommandTrouble(CaseStore cases, CallRequests calls, Timeline timeline, Clock clock) {
    this.cases = cases;
    this.calls = calls;
    this.timeline = timeline;
    this.clock = clock;
  }

  @EventListener
  @Transactional
  void on(CommandFailed failed) {
    Optional<Case> found = cases.lock(failed.subject());
    if (found.isEmpty()) {
      return;
    }
    CaseView view = found.get().view();
    Instant now = clock.instant();
    timeline.add(
        view.id(),
        "command:" + failed.commandId(),
        "cases.commandFailed." + failed.reason(),
        null,
        now,
        Map.of("name", failed.name()));
    if (view.live() && !HARMLESS.contains(failed.name())) {
      String key = "command:" + failed.commandId();
      calls.raise(view, key, CallRequests.Reason.COMMAND_FAILED, null, now);
    }
  }
}
