package org.porchlight.tasks.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The decisions' rows. */
@Repository
class DecisionStore {

  private final JdbcClient jdbc;

  DecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A repeat with the same id does nothing. */
  void add(Decision decision) {
    CaseId caseId = decision.caseId();
    FamilyId family = decision.family();
    UserId owner = decision.owner();
    jdbc.sql(
            """
            insert into tasks.decision (id, meeting, team, kind, subject, case_id, family, words,
              owner, owner_group, due, decided_by, decided_at, state)
            values (:id, :meeting, :team, :kind, :subject, :case, :family, :words,
              :owner, :group, :due, :by, :at, 'OPEN')
            on conflict (id) do nothing
            """)
        .param("id", decision.id())
        .param("meeting", decision.meeting())
        .param("team", decision.team().value())
        .param("kind", decision.kind() == null ? null : decision.kind().name(), Types.VARCHAR)
        .param("subject", decision.subject(), Types.OTHER)
        .param("case", caseId == null ? null : caseId.value(), Types.OTHER)
        .param("family", family == null ? null : family.value(), Types.OTHER)
        .param("words", decision.words())
        .param("owner", owner == null ? null : owner.value(), Types.OTHER)
        .param("group", decision.ownerGroup(), Types.VARCHAR)
        .param("due", decision.due())
        .param("by", decision.decidedBy().value())
        .param("at", Timestamp.from(decision.decidedAt()))
        .update();
  }

  Optional<Decision> find(UUID id) {
    return jdbc.sql("select * from tasks.decision where id = ?")
        .param(id)
        .query(DecisionStore::decision)
        .optional();
  }

  /**
   * What earlier meetings left open, and how what the last one decided went: the open ones first,
   * by their days.
   */
  List<Decision> ofEarlierMeetings(TeamId team) {
    return jdbc.sql(
            """
            select d.* from tasks.decision d join tasks.meeting m on m.id = d.meeting
            where d.team = :team and m.state not in ('PLANNED', 'OPEN') and (d.state = 'OPEN'
              or m.id = (select id from tasks.meeting where team = :team and state = 'HELD'
                order by ended_at desc limit 1))
            order by d.state <> 'OPEN', d.due, d.decided_at, d.id
            """)
        .param("team", team.value())
        .query(DecisionStore::decision)
        .list();
  }

  /** In the order in which they were taken. */
  List<Decision> of(UUID meeting) {
    return jdbc.sql("select * from tasks.decision where meeting = ? order by decided_at, id")
        .param(meeting)
        .query(DecisionStore::decision)
        .list();
  }

  /** Open ones of this person and of these groups. */
  List<Decision> ofOwner(UserId owner, Collection<String> groups) {
    return jdbc.sql(
            """
            select * from tasks.decision
            where state = 'OPEN' and (owner = ? or owner_group = any(?)) order by due, decided_at, id
            """)
        .params(owner.value(), new SqlArrayValue("text", groups.toArray()))
        .query(DecisionStore::decision)
        .list();
  }

  /** The first word counts. */
  void settle(UUID id, Decision.State state, UserId by, Instant at, @Nullable String words) {
    jdbc.sql(
            """
            update tasks.decision
            set state = :state, settled_by = :by, settled_at = :at, settled_words = :words
            where id = :id and state = 'OPEN'
            """)
        .param("state", state.name())
        .param("by", by.value())
        .param("at", Timestamp.from(at))
        .param("words", words, Types.VARCHAR)
        .param("id", id)
        .update();
  }

  private static Decision decision(ResultSet row, int number) throws SQLException {
    String kind = row.getString("kind");
    UUID caseId = row.getObject("case_id", UUID.class);
    UUID family = row.getObject("family", UUID.class);
    Timestamp settled = row.getTimestamp("settled_at");
    return new Decision(
        row.getObject("id", UUID.class),
        row.getObject("meeting", UUID.class),
        new TeamId(row.getObject("team", UUID.class)),
        kind == null ? null : ItemKind.valueOf(kind),
        row.getObject("subject", UUID.class),
        caseId == null ? null : new CaseId(caseId),
        family == null ? null : new FamilyId(family),
        row.getString("words"),
        user(row, "owner"),
        row.getString("owner_group"),
        row.getObject("due", LocalDate.class),
        new UserId(row.getObject("decided_by", UUID.class)),
        row.getTimestamp("decided_at").toInstant(),
        Decision.State.valueOf(row.getString("state")),
        user(row, "settled_by"),
        settled == null ? null : settled.toInstant(),
        row.getString("settled_words"));
  }

  private static @Nullable UserId user(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new UserId(id);
  }
}
