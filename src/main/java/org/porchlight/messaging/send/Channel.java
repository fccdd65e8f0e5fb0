package org.porchlight.messaging.send;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.porchlight.messaging.settings.MessagingSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the provider takes anything from us. Once it has refused our account, all texts wait, and
 * one every few minutes finds out whether an operator has mended it. Shared by all replicas.
 */
@Component
class Channel {

  /** How long nothing is tried. */
  static final Duration PAUSE = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final String sender;
  private final Clock clock;

  Channel(JdbcClient jdbc, MessagingSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.sender = settings.twilio().sender();
    this.clock = clock;
  }

  /** How many of so many texts may be tried now: all, one, or none. */
  int room(int most) {
    Optional<Instant> until =
        jdbc.sql("select until from messaging.channel_stop where sender = ?")
            .param(sender)
            .query((row, number) -> row.getTimestamp(1).toInstant())
            .optional();
    return until.map(end -> end.isAfter(clock.instant()) ? 0 : Math.min(1, most)).orElse(most);
  }

  /** The provider refused our account, or a text is on its way to find out. */
  void stop() {
    jdbc.sql(
            """
            insert into messaging.channel_stop (sender, until) values (:sender, :until)
            on conflict (sender) do update set until = excluded.until
            """)
        .param("sender", sender)
        .param("until", Timestamp.from(clock.instant().plus(PAUSE)))
        .update();
  }

  /** Only where it has stopped: the next try is a while away. */
  void tried() {
    jdbc.sql("update messaging.channel_stop set until = :until where sender = :sender")
        .param("sender", sender)
        .param("until", Timestamp.from(clock.instant().plus(PAUSE)))
        .update();
  }

  /** The provider has taken a text, or refused one for a reason of its own. */
  void works() {
    jdbc.sql("delete from messaging.channel_stop where sender = ?").param(sender).update();
  }
}
