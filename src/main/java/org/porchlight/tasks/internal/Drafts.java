package org.porchlight.tasks.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people have typed and not yet sent, so that it survives a closed page. */
@Component
class Drafts {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Drafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  void save(long taskKey, UserId by, Map<String, Object> data) {
    jdbc.sql(
            """
            insert into tasks.draft (task_key, by_user, data, saved_at) values (?, ?, ?, ?)
            on conflict (task_key, by_user)
              do update set data = excluded.data, saved_at = excluded.saved_at
            """)
        .param(taskKey)
        .param(by.value())
        .param(json.writeValueAsString(data))
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  Optional<Map<String, Object>> find(long taskKey, UserId by) {
    return jdbc.sql("select data from tasks.draft where task_key = ? and by_user = ?")
        .param(taskKey)
        .param(by.value())
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, new TypeReference<Map<String, Object>>() {}));
  }

  /** The task is done: nobody's draft of it is of use any more. */
  void drop(long taskKey) {
    jdbc.sql("delete from tasks.draft where task_key = ?").param(taskKey).update();
  }
}
