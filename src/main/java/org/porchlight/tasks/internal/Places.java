package org.porchlight.tasks.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where cases stand in their process, as the record feed says. */
@Component
public class Places {

  private final JdbcClient jdbc;

  Places(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An element that is active now. */
  public record Place(String process, String element, String type, Instant since) {}

  public List<Place> of(UUID subject) {
    return jdbc.sql(
            """
            select process_id, element_id, element_type, since from engine.place
            where subject = ? order by since, element_id
            """)
        .param(subject)
        .query(
            (row, number) ->
                new Place(
                    row.getString("process_id"),
                    row.getString("element_id"),
                    row.getString("element_type"),
                    row.getTimestamp("since").toInstant()))
        .list();
  }
}
