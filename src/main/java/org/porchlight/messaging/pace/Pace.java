package org.porchlight.messaging.pace;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.porchlight.messaging.SendAlerts;
import org.porchlight.messaging.outbox.Urgency;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.watch.RaisedAlerts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How fast texts may leave, in segments: the carriers count those, a second and a day (10DLC). One
 * row for each sender, changed in the transaction that claims texts, so that all replicas share it.
 */
@Component
public class Pace {

  private final JdbcClient jdbc;
  private final RaisedAlerts alerts;
  private final MessagingSettings.Pace settings;
  private final String sender;
  private final Clock clock;

  Pace(JdbcClient jdbc, RaisedAlerts alerts, MessagingSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.alerts = alerts;
    this.settings = settings.pace();
    this.sender = settings.twilio().sender();
    this.clock = clock;
  }

  /**
   * What may be claimed now.
   *
   * @param texts at most, were each of one segment only
   * @param least the least urgent that may go: the end of a day's segments is kept for the others
   */
  public record Allowance(int texts, Urgency least) {

    static final Allowance NONE = new Allowance(0, Urgency.RECEIPT);

    /** The smaller one. */
    public Allowance atMost(int most) {
      return new Allowance(Math.min(texts, most), least);
    }
  }

  /** Held until the transaction ends: other replicas wait for their turn. */
  public Allowance allowance() {
    if (!settings.limited()) {
      return new Allowance(Integer.MAX_VALUE, Urgency.UNASKED);
    }
    Instant now = clock.instant();
    LocalDate day = now.atZone(settings.dayZone()).toLocalDate();
    jdbc.sql(
            """
            insert into messaging.pace (sender, tokens, refilled_at, day, sent)
            values (:sender, :burst, :now, :day, 0) on conflict do nothing
            """)
        .param("sender", sender)
        .param("burst", settings.burst())
        .param("now", Timestamp.from(now))
        .param("day", day)
        .update();
    return jdbc.sql(
            """
            update messaging.pace set
              tokens = least(:burst, tokens + :rate * greatest(0, extract(epoch from :now - refilled_at))),
              refilled_at = greatest(refilled_at, :now),
              sent = case when day = :day then sent else 0 end, day = :day
            where sender = :sender returning tokens, sent
            """)
        .param("sender", sender)
        .param("burst", settings.burst())
        .param("rate", settings.refill())
        .param("now", Timestamp.from(now))
        .param("day", day)
        .query((row, number) -> allowed(settings, row.getDouble("tokens"), row.getLong("sent")))
        .single();
  }

  static Allowance allowed(MessagingSettings.Pace settings, double tokens, long sentToday) {
    if (tokens <= 0) {
      return Allowance.NONE;
    }
    int texts = (int) Math.ceil(tokens);
    long left = settings.perDay() == 0 ? Long.MAX_VALUE : settings.perDay() - sentToday;
    if (left <= 0) {
      return Allowance.NONE;
    }
    boolean scarce = left <= settings.perDay() * settings.keptForUrgent();
    return new Allowance(texts, scarce ? Urgency.VISIT : Urgency.UNASKED);
  }

  /**
   * In the transaction of the claim. A text of many segments leaves a debt that the next wait for.
   */
  public void spend(long segments) {
    if (settings.limited() && segments > 0) {
      long sent =
          jdbc.sql(
                  """
                  update messaging.pace set tokens = tokens - :n, sent = sent + :n
                  where sender = :sender returning sent
                  """)
              .param("n", segments)
              .param("sender", sender)
              .query((row, number) -> row.getLong("sent"))
              .single();
      if (settings.perDay() > 0
          && sent >= settings.perDay()
          && sent - segments < settings.perDay()) {
        alerts.raise(SendAlerts.Kind.DAY_USED_UP, 0);
      }
    }
  }
}
