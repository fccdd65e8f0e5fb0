package org.porchlight.engine.deploy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bundles that the engine has confirmed, and whether this version's is among them. */
@Component
public class Deployments {

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile boolean confirmed;

  Deployments(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether the engine has the processes and forms that this version of the application is for. */
  public boolean confirmed() {
    return confirmed;
  }

  Optional<String> lastHash() {
    return jdbc.sql("select hash from engine.deployment order by seq desc limit 1")
        .query(String.class)
        .optional();
  }

  @Transactional
  void store(String hash, List<DeployedForm> forms, List<DeployedModel> models) {
    Timestamp now = Timestamp.from(clock.instant());
    for (DeployedForm form : forms) {
      jdbc.sql(
              """
              insert into engine.form (form_key, form_id, version, json, deployed_at)
              values (:key, :id, :version, :json, :now) on conflict (form_key) do nothing
              """)
          .param("key", form.key())
          .param("id", form.id())
          .param("version", form.version())
          .param("json", form.json())
          .param("now", now)
          .update();
    }
    for (DeployedModel model : models) {
      jdbc.sql(
              """
              insert into engine.process_model
                (process_id, version, definition_key, xml, deployed_at)
              values (:id, :version, :key, :xml, :now)
              on conflict (process_id, version) do nothing
              """)
          .param("id", model.processId())
          .param("version", model.version())
          .param("key", model.key())
          .param("xml", model.xml())
          .param("now", now)
          .update();
    }
    jdbc.sql("insert into engine.deployment (hash, deployed_at) values (:hash, :now)")
        .param("hash", hash)
        .param("now", now)
        .update();
  }

  void confirm() {
    confirmed = true;
  }

  /** A form as the engine knows it now. */
  record DeployedForm(long key, String id, int version, String json) {}

  /** A process as the engine knows it now. */
  record DeployedModel(long key, String processId, int version, String xml) {}
}
