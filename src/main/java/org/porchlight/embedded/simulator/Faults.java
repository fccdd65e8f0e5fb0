package org.porchlight.embedded.simulator;

import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the simulator was told to do wrong, and how often still. */
@Repository
@Profile({"embedded", "test"})
class Faults {

  private final JdbcClient jdbc;

  Faults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param number null: any; {@code bodyPart} null: any
   */
  void add(@Nullable String number, @Nullable String bodyPart, Fault fault, int times) {
    jdbc.sql(
            """
            insert into simulator.fault (number, body_part, kind, code, millis, remaining)
            values (:number, :body, :kind, :code, :millis, :times)
            """)
        .param("number", number, Types.VARCHAR)
        .param("body", bodyPart, Types.VARCHAR)
        .param("kind", fault.kind().name())
        .param("code", fault.code())
        .param("millis", fault.millis())
        .param("times", times)
        .update();
  }

  /** Uses up one fault that fits, inbound or outbound. */
  Optional<Fault> take(String number, String body, boolean inbound) {
    return jdbc.sql(
            """
            update simulator.fault set remaining = remaining - 1
            where id = (select id from simulator.fault where remaining > 0
                          and (number is null or number = :number)
                          and (body_part is null or strpos(:body, body_part) > 0)
                          and (kind in ('DUPLICATE_INBOUND', 'DELAY_INBOUND')) = :inbound
                        order by id limit 1 for update)
            returning kind, code, millis
            """)
        .param("number", number)
        .param("body", body)
        .param("inbound", inbound)
        .query(
            (row, n) ->
                new Fault(
                    Fault.Kind.valueOf(row.getString("kind")),
                    row.getInt("code"),
                    row.getLong("millis")))
        .optional();
  }
}
