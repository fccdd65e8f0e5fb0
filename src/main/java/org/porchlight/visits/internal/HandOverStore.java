package org.porchlight.visits.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.porchlight.visits.internal.HandOver.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The families that change hands. */
@Repository
class HandOverStore {

  private final JdbcClient jdbc;

  HandOverStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where somebody is being asked already. */
  boolean add(HandOver asked, Instant at) {
    return jdbc.sql(
                """
                insert into visits.hand_over (id, pair, case_id, from_visitor, to_visitor, state,
                  asked_by, asked_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                asked.id(),
                asked.pair(),
                asked.caseId().value(),
                asked.from().value(),
                asked.to().value(),
                asked.state().name(),
                asked.by().value(),
                at.atOffset(ZoneOffset.UTC),
                asked.dueAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Locks the row: an answer and the end of the time may come in one second. */
  Optional<HandOver> lock(UUID id) {
    return jdbc.sql("select * from visits.hand_over where id = ? for update")
        .param(id)
        .query(HandOverStore::read)
        .optional();
  }

  void decide(UUID id, State state, @Nullable UUID newPair, Instant at) {
    jdbc.sql(
            """
            update visits.hand_over set state = :state, decided_at = :at, new_pair = :pair
            where id = :id
            """)
        .param("state", state.name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("pair", newPair, java.sql.Types.OTHER)
        .param("id", id)
        .update();
  }

  Optional<HandOver> openOf(UUID pair, UserId from) {
    return jdbc.sql(
            """
            select * from visits.hand_over
            where pair = ? and from_visitor = ? and state = 'ASKED'
            """)
        .params(pair, from.value())
        .query(HandOverStore::read)
        .optional();
  }

  List<HandOver> openTo(UserId visitor) {
    return jdbc.sql(
            "select * from visits.hand_over where to_visitor = ? and state = 'ASKED' order by due_at")
        .param(visitor.value())
        .query(HandOverStore::read)
        .list();
  }

  /** One that nobody works on and whose time is over. */
  Optional<HandOver> lockOverdue(Instant now) {
    return jdbc.sql(
            """
            select * from visits.hand_over where state = 'ASKED' and due_at <= ?
            order by due_at limit 1 for update skip locked
            """)
        .param(now.atOffset(ZoneOffset.UTC))
        .query(HandOverStore::read)
        .optional();
  }

  boolean open(UUID id) {
    return jdbc.sql("select exists (select from visits.hand_over where id = ? and state = 'ASKED')")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  /** Whether the new pair still has a visit to come. */
  boolean visitAhead(UUID id, Instant now) {
    return jdbc.sql(
            """
            select exists (select from visits.hand_over h
              join visits.appointment a on a.pair = h.new_pair
              where h.id = ? and a.state = 'PLANNED' and a.starts_at > ?)
            """)
        .params(id, now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  private static HandOver read(ResultSet row, int number) throws SQLException {
    return new HandOver(
        row.getObject("id", UUID.class),
        row.getObject("pair", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        new UserId(row.getObject("from_visitor", UUID.class)),
        new UserId(row.getObject("to_visitor", UUID.class)),
        State.valueOf(row.getString("state")),
        new UserId(row.getObject("asked_by", UUID.class)),
        row.getObject("due_at", OffsetDateTime.class).toInstant());
  }
}
