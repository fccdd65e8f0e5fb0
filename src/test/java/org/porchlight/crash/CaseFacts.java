package org.porchlight.crash;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database of the application under test says, read past the application. */
final class CaseFacts {

  /** A task that waits for a person. */
  record Task(long key, UUID subject, String element) {}

  /** A question whose text is settled, so that its phone may answer. */
  record Asked(UUID question, String phone, int number) {}

  /** Somebody trained, with the languages they are fluent in. */
  record Visitor(UUID user, List<String> languages) {}

  /** A family whose visitors can be chosen by language. */
  record Family(UUID id, String language) {}

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final ApplicationProcess application;

  CaseFacts(ApplicationProcess application) {
    this.application = application;
  }

  List<Visitor> visitors() throws Exception {
    // Few people stand for many here: nobody is asked beyond the families that they want.
    query(
        "update visits.visitor set caseload_limit = 1000 returning user_id",
        row -> row.getObject(1, UUID.class));
    return query(
        """
        select v.user_id, array_agg(l.language) from visits.visitor v
        join visits.visitor_language l on l.user_id = v.user_id and l.level in ('NATIVE', 'FLUENT')
        where v.active and exists (select from visits.training t where t.user_id = v.user_id)
        group by 1 order by 1
        """,
        row ->
            new Visitor(
                row.getObject(1, UUID.class), List.of((String[]) row.getArray(2).getArray())));
  }

  /** Not served yet, with one language that a visitor is fluent in, and a phone for texts. */
  List<Family> families(int limit) throws Exception {
    return query(
        """
        select f.id, min(c.spoken_language) from roster.family f
        join roster.family_student s on s.family_id = f.id
        join roster.contact_link k on k.student_id = s.student_id and k.legal_guardian
        join roster.contact c on c.id = k.contact_id
        join roster.phone p on p.contact_id = c.id
        where not exists (select from cases.family_case x where x.family_id = f.id)
        group by f.id
        having count(distinct c.spoken_language) = 1
          and bool_and(c.spoken_language = c.written_language)
          and min(c.spoken_language) in ('en', 'es', 'pt', 'ht', 'ar', 'pl', 'uk', 'zh-Hans')
          and bool_and(k.restrictions is null) and bool_or(p.textable)
        order by f.id limit %d
        """
            .formatted(limit),
        row -> new Family(row.getObject(1, UUID.class), row.getString(2)));
  }

  @Nullable UUID caseOf(UUID family) throws Exception {
    List<UUID> found =
        query(
            "select id from cases.family_case where family_id = '%s'".formatted(family),
            row -> row.getObject(1, UUID.class));
    return found.isEmpty() ? null : found.getFirst();
  }

  List<Task> tasks(Collection<UUID> cases) throws Exception {
    return query(
        "select key, subject, element_id from engine.open_task where subject in " + in(cases),
        row -> new Task(row.getLong(1), row.getObject(2, UUID.class), row.getString(3)));
  }

  /**
   * Open questions of these cases whose phone has nothing of its own under way. One for each phone,
   * with the number by which the program knows it.
   */
  List<Asked> questions(Collection<UUID> cases) throws Exception {
    return query(
        """
        select distinct on (q.phone) q.id, q.phone, q.number from messaging.question q
        where q.state = 'OPEN' and q.case_id in %s
          and not exists (select from messaging.intent i
            where i.phone = q.phone and i.state in ('WAITING', 'SENDING'))
          and exists (select from messaging.intent i where i.phone = q.phone)
          and not exists (select from messaging.inbound b
            where b.phone = q.phone and b.understood_at is null)
          and not exists (select from simulator.message m join simulator.phone p on p.id = m.phone
            where p.number = q.phone and m.direction = 'inbound'
              and not exists (select from messaging.inbound b where b.sid = m.sid))
        order by q.phone, q.opened_at desc
        """
            .formatted(in(cases)),
        row -> new Asked(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)));
  }

  int count(String sql) throws Exception {
    return query(sql, row -> row.getInt(1)).getFirst();
  }

  static String in(Collection<?> ids) {
    return ids.isEmpty()
        ? "(null)"
        : ids.stream()
            .map(id -> "'" + id + "'")
            .collect(java.util.stream.Collectors.joining(", ", "(", ")"));
  }

  private <T> List<T> query(String sql, Row<T> read) throws IOException, SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                application.jdbcUrl(), "porchlight", application.databasePassword());
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(read.read(rows));
      }
      return found;
    }
  }
}
