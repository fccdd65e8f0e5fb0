package org.porchlight.messaging.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.outbox.Columns;
import org.porchlight.messaging.outbox.Intent;
import org.porchlight.messaging.settings.MessagingSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks each question of the gate once for all texts of a claim. */
@Component
public class GateFacts {

  /** A receipt answers a text of the recipient's own for this long. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  /** How often a phone is reminded of how to stop. */
  private static final Duration OPT_OUT_LINE_EVERY = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Reasons reasons;
  private final ContactsNow contacts;
  private final UnaskedTextsSent unasked;
  private final MessagingSettings settings;

  GateFacts(
      JdbcClient jdbc,
      Reasons reasons,
      ContactsNow contacts,
      UnaskedTextsSent unasked,
      MessagingSettings settings) {
    this.jdbc = jdbc;
    this.reasons = reasons;
    this.contacts = contacts;
    this.unasked = unasked;
    this.settings = settings;
  }

  /** The caller holds the phones. */
  public Map<UUID, Facts> of(List<Intent> intents, Openings openings, Instant now) {
    Set<Intent> wanted = reasons.stillWanted(intents);
    Set<Intent> barred = contacts.mayNotBeContacted(intents);
    Set<Intent> tooMany = unasked.tooMany(intents);
    Map<UUID, Intent> byId = new HashMap<>();
    intents.forEach(intent -> byId.put(intent.id(), intent));
    Map<UUID, Facts> facts = new HashMap<>();
    jdbc.sql(
            """
            select w.id,
              exists (select from messaging.opt_out o where o.phone = w.phone and o.opted_out) as opted_out,
              exists (select from messaging.wrong_number n
                where n.phone = w.phone and n.family = w.family) as wrong_number,
              exists (select from messaging.attempt a where a.phone = w.phone and a.state = 'POSTING'
                and a.started_at > :calling) as calling,
              exists (select from messaging.inbound b
                where b.phone = w.phone and b.understood_at is null) as unread,
              exists (select from messaging.inbound b where b.phone = w.phone
                and b.received_at >= :fresh and b.understood_at is not null) as fresh,
              (select count(*) from messaging.attempt a where a.phone = w.phone
                and a.started_at >= w.today and a.state <> 'REJECTED') as today,
              exists (select from messaging.attempt a where a.phone = w.phone and a.opt_out_line
                and a.started_at >= :lines and a.state <> 'REJECTED') as told,
              exists (select from messaging.batch b
                where b.id = i.batch and b.state = 'CANCELLED') as called_off,
              exists (select from messaging.withdrawal d where d.case_id = i.case_id
                and i.created_at <= d.at and i.purpose <> all (d.kept)) as withdrawn
            from unnest(:ids, :phones, :families, :todays) as w (id, phone, family, today)
            join messaging.intent i on i.id = w.id
            """)
        .param("calling", Timestamp.from(now.minus(settings.twilio().timeout())))
        .param("fresh", Timestamp.from(now.minus(FRESH)))
        .param("lines", Timestamp.from(now.minus(OPT_OUT_LINE_EVERY)))
        .param("ids", Columns.of("uuid", intents, Intent::id))
        .param("phones", Columns.of("text", intents, intent -> intent.phone().e164()))
        .param("families", Columns.of("uuid", intents, GateFacts::family))
        .param(
            "todays",
            Columns.of(
                "timestamptz",
                intents,
                intent -> openings.of(intent.district()).startOfDay().atOffset(ZoneOffset.UTC)))
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              Intent intent = byId.get(id);
              facts.put(
                  id,
                  read(
                      row,
                      wanted.contains(intent),
                      barred.contains(intent),
                      !tooMany.contains(intent)));
            });
    return facts;
  }

  private static Facts read(ResultSet row, boolean wanted, boolean barred, boolean room)
      throws SQLException {
    return new Facts(
        row.getBoolean("opted_out"),
        row.getBoolean("wrong_number"),
        row.getBoolean("calling"),
        row.getBoolean("unread"),
        row.getBoolean("fresh"),
        row.getInt("today"),
        row.getBoolean("told"),
        row.getBoolean("called_off"),
        row.getBoolean("withdrawn"),
        wanted,
        barred,
        room);
  }

  private static @org.jspecify.annotations.Nullable UUID family(Intent intent) {
    return intent.recipient() instanceof Recipient.OfFamily to ? to.family().value() : null;
  }

  /**
   * Those whose phone, and whose family where nobody asked for the text, nobody else works on now;
   * one a phone and one a family, so that fuse, budget and the line about stopping count right.
   * Held until the transaction ends; the others have their turn soon.
   */
  public List<Intent> hold(List<Intent> intents) {
    Set<String> free = new HashSet<>(tryLock(400, keys(intents, GateFacts::phone)));
    Set<String> families = new HashSet<>(tryLock(401, keys(intents, unasked::countedFor)));
    return intents.stream()
        .filter(intent -> free.remove(phone(intent)))
        .filter(
            intent -> {
              String family = unasked.countedFor(intent);
              return family.isEmpty() || families.remove(family);
            })
        .toList();
  }

  private static String phone(Intent intent) {
    return intent.phone().e164();
  }

  private static Set<String> keys(
      List<Intent> intents, java.util.function.Function<Intent, String> key) {
    Set<String> keys = new HashSet<>();
    intents.stream().map(key).filter(each -> !each.isEmpty()).forEach(keys::add);
    return keys;
  }

  private List<String> tryLock(int kind, Set<String> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select key from unnest(:keys) as k (key)
            where pg_try_advisory_xact_lock(hashtextextended(key, :kind))
            """)
        .param("keys", Columns.of("text", keys, key -> key))
        .param("kind", kind)
        .query((row, number) -> row.getString(1))
        .list();
  }
}
