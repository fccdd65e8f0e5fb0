package org.porchlight.messaging.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.porchlight.messaging.outbox.Urgency;
import org.porchlight.messaging.settings.MessagingSettings;
import org.springframework.stereotype.Component;

/** Spreads what waited for the window over its first minutes, the most urgent first. */
@Component
class Spread {

  private final MessagingSettings settings;

  Spread(MessagingSettings settings) {
    this.settings = settings;
  }

  /** An instant from the opening on; early enough for what soon expires. */
  Instant after(Instant opening, Urgency urgency, Instant expiresAt) {
    Duration most = Duration.between(opening, expiresAt).dividedBy(2);
    Duration to = shorter(part(urgency), most);
    Duration from = urgency == Urgency.RECEIPT ? to : shorter(part(before(urgency)), most);
    long width = to.minus(from).toMillis();
    long jitter = width <= 0 ? 0 : ThreadLocalRandom.current().nextLong(width);
    return opening.plus(from).plusMillis(jitter);
  }

  /** By when the texts of this urgency are out: nothing waits behind what is less urgent. */
  private Duration part(Urgency urgency) {
    return settings.spread().multipliedBy(urgency.ordinal()).dividedBy(Urgency.UNASKED.ordinal());
  }

  private static Urgency before(Urgency urgency) {
    return Urgency.at(urgency.ordinal() - 1);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
