package org.porchlight.referrals.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many wrong tokens one address may try. Nobody finds one of 2^256 by trying; this keeps those
 * who try from costing much.
 */
@Component
class GuessLimit {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int ADDRESSES = 10_000;

  private final PartnerSettings settings;
  private final Clock clock;
  private final Map<String, Tries> tries =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > ADDRESSES;
        }
      };

  private record Tries(Instant since, int count) {}

  GuessLimit(PartnerSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  synchronized boolean exceeded(String address) {
    Tries made = tries.get(address);
    return made != null
        && made.since().plus(WINDOW).isAfter(clock.instant())
        && made.count() >= settings.wrongTokens();
  }

  synchronized void wrong(String address) {
    Instant now = clock.instant();
    tries.merge(
        address,
        new Tries(now, 1),
        (old, first) ->
            old.since().plus(WINDOW).isAfter(now)
                ? new Tries(old.since(), old.count() + 1)
                : first);
  }
}
