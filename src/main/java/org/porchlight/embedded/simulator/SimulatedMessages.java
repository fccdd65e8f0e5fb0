package org.porchlight.embedded.simulator;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The simulator's texts and phones. */
@Repository
@Profile({"embedded", "test"})
class SimulatedMessages {

  private static final Duration STEP = Duration.ofMillis(100);
  private static final String SELECT =
      "select m.*, p.number from simulator.message m join simulator.phone p on p.id = m.phone ";

  private final JdbcClient jdbc;
  private final Clock clock;

  SimulatedMessages(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record Phone(UUID id, String number, boolean optedOut) {}

  /** A phone with its latest text. */
  record PhoneRow(UUID id, String number, boolean optedOut, SimulatedMessage latest) {}

  Phone phone(String number) {
    jdbc.sql("insert into simulator.phone (number) values (:number) on conflict do nothing")
        .param("number", number)
        .update();
    return jdbc.sql("select id, number, opted_out from simulator.phone where number = :number")
        .param("number", number)
        .query(Phone.class)
        .single();
  }

  Optional<Phone> phone(UUID id) {
    return jdbc.sql("select id, number, opted_out from simulator.phone where id = :id")
        .param("id", id)
        .query(Phone.class)
        .optional();
  }

  void optedOut(UUID phone, boolean optedOut) {
    jdbc.sql("update simulator.phone set opted_out = :out where id = :id")
        .param("out", optedOut)
        .param("id", phone)
        .update();
  }

  /** Stores a text; one to a phone then walks through its statuses. */
  SimulatedMessage add(
      Phone phone,
      String direction,
      String body,
      @Nullable String statusCallback,
      @Nullable Fault fault) {
    String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    Instant now = clock.instant();
    boolean walks = direction.equals("outbound-api");
    Fault failure = is(fault, Fault.Kind.FAILED, Fault.Kind.UNDELIVERED) ? fault : null;
    jdbc.sql(
            """
            insert into simulator.message (sid, phone, direction, body, status, status_callback, fails_as, fails_with,
              duplicates, delay_millis, reorders, next_at, created_at, sent_at, updated_at)
            values (:sid, :phone, :direction, :body, :status, :callback, :failsAs, :failsWith, :duplicates, :delay, :reorders, :next,
              :now, :sent, :now)
            """)
        .param("sid", sid)
        .param("phone", phone.id())
        .param("direction", direction)
        .param("body", body)
        .param("status", walks ? "queued" : direction.equals("inbound") ? "received" : "delivered")
        .param("callback", statusCallback, Types.VARCHAR)
        .param(
            "failsAs",
            failure == null ? null : failure.kind().name().toLowerCase(java.util.Locale.ROOT),
            Types.VARCHAR)
        .param("failsWith", failure == null ? null : failure.code(), Types.INTEGER)
        .param("duplicates", is(fault, Fault.Kind.DUPLICATE_CALLBACKS))
        .param(
            "delay",
            fault != null && is(fault, Fault.Kind.DELAY_CALLBACKS, Fault.Kind.REORDER_CALLBACKS)
                ? fault.millis()
                : 0)
        .param("reorders", is(fault, Fault.Kind.REORDER_CALLBACKS))
        .param("next", walks ? Timestamp.from(now.plus(STEP)) : null, Types.TIMESTAMP)
        .param("now", Timestamp.from(now))
        .param("sent", walks ? null : Timestamp.from(now), Types.TIMESTAMP)
        .update();
    return find(sid).orElseThrow();
  }

  private static boolean is(@Nullable Fault fault, Fault.Kind... kinds) {
    return fault != null && List.of(kinds).contains(fault.kind());
  }

  Optional<SimulatedMessage> find(String sid) {
    return jdbc.sql(SELECT + "where m.sid = :sid")
        .param("sid", sid)
        .query(SimulatedMessage::read)
        .optional();
  }

  /** Newest first, as the provider lists. A text that is not sent yet counts from its creation. */
  List<SimulatedMessage> list(
      @Nullable String to, @Nullable Instant from, @Nullable Instant until, int limit, int offset) {
    return jdbc.sql(
            SELECT
                + """
                where (cast(:to as text) is null or (p.number = :to and m.direction <> 'inbound'))
                  and (cast(:from as timestamptz) is null or coalesce(m.sent_at, m.created_at) >= :from)
                  and (cast(:until as timestamptz) is null or coalesce(m.sent_at, m.created_at) < :until)
                order by m.position desc limit :limit offset :offset
                """)
        .param("to", to, Types.VARCHAR)
        .param("from", from == null ? null : Timestamp.from(from), Types.TIMESTAMP)
        .param("until", until == null ? null : Timestamp.from(until), Types.TIMESTAMP)
        .param("limit", limit)
        .param("offset", offset)
        .query(SimulatedMessage::read)
        .list();
  }

  List<SimulatedMessage> lockMoving(int limit) {
    return jdbc.sql(
            SELECT
                + "where m.next_at <= :now order by m.next_at limit :limit for update of m skip locked")
        .param("now", Timestamp.from(clock.instant()))
        .param("limit", limit)
        .query(SimulatedMessage::read)
        .list();
  }

  /**
   * One step of a text.
   *
   * @param last nothing comes after it
   */
  record Step(String sid, String status, @Nullable Integer errorCode, boolean last) {}

  void move(List<Step> steps) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            update simulator.message m set status = s.status, error_code = nullif(s.code, 0), updated_at = :now,
              next_at = case when s.last then null else cast(:next as timestamptz) end,
              sent_at = case when s.status = 'sent' then :now else m.sent_at end
            from unnest(:sids, :statuses, :codes, :lasts) as s (sid, status, code, last)
            where m.sid = s.sid
            """)
        .param("sids", array("text", steps, Step::sid))
        .param("statuses", array("text", steps, Step::status))
        .param(
            "codes", array("int4", steps, step -> step.errorCode() == null ? 0 : step.errorCode()))
        .param("lasts", array("bool", steps, Step::last))
        .param("now", Timestamp.from(now))
        .param("next", Timestamp.from(now.plus(STEP)))
        .update();
  }

  private static SqlArrayValue array(String type, List<Step> steps, Function<Step, Object> value) {
    Object[] values = new Object[steps.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(steps.get(i));
    }
    return new SqlArrayValue(type, values);
  }

  List<SimulatedMessage> thread(UUID phone) {
    return jdbc.sql(SELECT + "where m.phone = :phone order by m.position")
        .param("phone", phone)
        .query(SimulatedMessage::read)
        .list();
  }

  /** Every phone with a text, the most recent first. */
  List<PhoneRow> phones() {
    return jdbc.sql(
            """
            select * from (
              select distinct on (m.phone) m.*, p.number, p.opted_out from simulator.message m
              join simulator.phone p on p.id = m.phone order by m.phone, m.position desc) latest
            order by position desc limit 500
            """)
        .query(
            (row, n) ->
                new PhoneRow(
                    row.getObject("phone", UUID.class),
                    row.getString("number"),
                    row.getBoolean("opted_out"),
                    SimulatedMessage.read(row, n)))
        .list();
  }
}
