package org.porchlight.referrals.owner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.porchlight.access.OwnerGroup;
import org.porchlight.cases.Barriers;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.referrals.loop.Help;
import org.porchlight.referrals.loop.HelpQuestions;
import org.porchlight.referrals.loop.Helps;
import org.porchlight.referrals.loop.ReferralLoop;
import org.porchlight.referrals.loop.TakenOn;
import org.springframework.stereotype.Component;

/**
 * Who has a barrier from now on, and until when (I5): the barrier and the help always say the same.
 * The barrier first: whoever ends it holds it before its help.
 */
@Component
public class HandingOn {

  /**
   * Whoever should hear these waits already; but were one lost while the engine is away, nobody
   * would look again.
   */
  private static final Duration LIFE = Duration.ofDays(7);

  private final Helps helps;
  private final Barriers barriers;
  private final HelpQuestions questions;
  private final ProcessEngine engine;
  private final Clock clock;

  HandingOn(
      Helps helps, Barriers barriers, HelpQuestions questions, ProcessEngine engine, Clock clock) {
    this.helps = helps;
    this.barriers = barriers;
    this.questions = questions;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * It moves on: the people above need not look before this instant. Saves the help.
   *
   * @param why a code, shown by message key {@code families.barrier.why.<why>}
   */
  public void toOwner(TakenOn taken, OwnerGroup owner, Instant until, String why) {
    Help help = taken.help();
    barriers.own(help.barrier(), owner, until, 0, why, clock.instant());
    helps.save(help.stands(0, until, null));
    UUID asked = help.stepIn();
    if (asked != null) {
      lookAgain(help, asked, "moved");
    }
  }

  /** Nobody has moved it: the people above have it as well. Saves the help. */
  public void up(TakenOn taken, OwnerGroup owner, Instant until, int level, UUID asked) {
    Help help = taken.help();
    barriers.own(help.barrier(), owner, until, level, "STOOD_STILL", clock.instant());
    helps.save(help.stands(level, until, asked));
  }

  /** Ends what the people above were asked, and looks whether it still stands still. */
  public void lookAgain(Help help, UUID asked, String why) {
    engine.publish(
        new ProcessMessage(
            ReferralLoop.LOOK_AGAIN,
            asked.toString(),
            ReferralLoop.LOOK_AGAIN + ":" + asked + ":" + why,
            LIFE,
            help.barrier(),
            Map.of()));
  }

  /** The help begins anew, by its phase; what was asked before is over. */
  public void beginAnew(Help help, UUID because) {
    questions.closeAll(help.barrier(), clock.instant());
    engine.publish(
        new ProcessMessage(
            ReferralLoop.PLAN_CHANGED,
            key(help),
            ReferralLoop.PLAN_CHANGED + ":" + because,
            LIFE,
            help.barrier(),
            Map.of()));
  }

  static String key(Help help) {
    return help.barrier() + ":" + help.run();
  }
}
