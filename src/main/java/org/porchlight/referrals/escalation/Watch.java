package org.porchlight.referrals.escalation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.porchlight.access.OwnerGroup;
import org.porchlight.referrals.loop.HelpSteps;
import org.porchlight.referrals.loop.HelpSteps.Step;
import org.porchlight.referrals.loop.TakenOn;
import org.porchlight.referrals.loop.TakenOnBarriers;
import org.porchlight.referrals.owner.Deadlines;
import org.porchlight.referrals.owner.HandingOn;
import org.porchlight.referrals.owner.Owners;
import org.porchlight.referrals.owner.WaitsFor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether a barrier moves; where it stands still, the people above have it too (I5). */
@Component
public class Watch {

  /** A timer and a row may differ by the clocks of two machines. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  /** From this level on it is the district again. */
  private static final int MOST_NAMED = 3;

  private final TakenOnBarriers barriers;
  private final Owners owners;
  private final HandingOn handingOn;
  private final Deadlines deadlines;
  private final HelpSteps steps;
  private final Clock clock;

  Watch(
      TakenOnBarriers barriers,
      Owners owners,
      HandingOn handingOn,
      Deadlines deadlines,
      HelpSteps steps,
      Clock clock) {
    this.barriers = barriers;
    this.owners = owners;
    this.handingOn = handingOn;
    this.deadlines = deadlines;
    this.steps = steps;
    this.clock = clock;
  }

  /** {@code stoodStill}; where it moves, {@code watchAt}: when to look again. */
  @Transactional(readOnly = true)
  public Map<String, Object> look(UUID barrier) {
    TakenOn taken = barriers.get(barrier);
    return Map.of(
        "stoodStill",
        !taken.ended() && standsStill(taken),
        "watchAt",
        deadlines.text(taken, deadlines.nextLook(taken)));
  }

  private boolean standsStill(TakenOn taken) {
    return !taken.help().watchAt().isAfter(clock.instant().plus(TOLERANCE));
  }

  /**
   * One level up.
   *
   * @return {@code stepInId}, {@code stepInGroups}, {@code stepInDueAt}
   */
  @Transactional
  public Map<String, Object> raise(UUID barrier, long round) {
    TakenOn taken = barriers.get(barrier);
    UUID asked =
        UUID.nameUUIDFromBytes(
            ("stepIn:" + barrier + ":" + round).getBytes(StandardCharsets.UTF_8));
    boolean repeated = asked.equals(taken.help().stepIn());
    int level = repeated ? taken.help().level() : taken.help().level() + 1;
    List<OwnerGroup> groups = owners.above(taken.about(), level);
    Instant due = repeated ? taken.help().watchAt() : deadlines.of(taken, WaitsFor.OWNER, level);
    if (!repeated && !taken.ended() && !standsStill(taken)) {
      handingOn.lookAgain(taken.help(), asked, "moved"); // since somebody looked
    } else if (!repeated && !taken.ended()) {
      steps.add(
          barrier,
          "raised:" + round,
          Step.of(clock.instant(), "raised." + Math.min(level, MOST_NAMED)));
      handingOn.up(taken, groups.getFirst(), due, level, asked);
    }
    return Map.of(
        "stepInId",
        asked.toString(),
        "stepInGroups",
        Owners.texts(groups),
        "stepInDueAt",
        deadlines.text(taken, due));
  }

  /**
   * Nobody has stepped in: it goes on, one level up; or it has moved meanwhile, and what was asked
   * is over.
   */
  @Transactional
  public Map<String, Object> letGoOn(UUID barrier, UUID asked) {
    handingOn.lookAgain(barriers.get(barrier).help(), asked, "due");
    return Map.of();
  }
}
