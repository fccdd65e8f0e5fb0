package org.porchlight.referrals.loop;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.Barrier;
import org.porchlight.cases.Barriers;
import org.porchlight.shared.UserId;
import org.springframework.stereotype.Component;

/** Ends a barrier because its process has come to an end, which then needs no message to say so. */
@Component
class SettleBarrier {

  private static final ScopedValue<UUID> SETTLING = ScopedValue.newInstance();

  private final Barriers barriers;
  private final Clock clock;

  SettleBarrier(Barriers barriers, Clock clock) {
    this.barriers = barriers;
    this.clock = clock;
  }

  void settle(TakenOn taken, Barrier.End end, @Nullable UserId by, @Nullable String words) {
    UUID barrier = taken.barrier().id();
    ScopedValue.where(SETTLING, barrier)
        .run(() -> barriers.end(barrier, end, by, clock.instant(), words));
  }

  /** Whether this thread is settling it. */
  static boolean settling(UUID barrier) {
    return SETTLING.isBound() && SETTLING.get().equals(barrier);
  }
}
