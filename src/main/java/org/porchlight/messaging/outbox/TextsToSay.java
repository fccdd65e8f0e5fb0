package org.porchlight.messaging.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.messaging.SpokenTexts;
import org.porchlight.messaging.WrittenWords;
import org.porchlight.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** From what a text was made of, which is kept with it; those that never became one beside them. */
@Component
class TextsToSay implements SpokenTexts {

  private final JdbcClient jdbc;
  private final WrittenWords words;
  private final JsonMapper json;
  private final Clock clock;

  TextsToSay(JdbcClient jdbc, WrittenWords words, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.words = words;
    this.json = json;
    this.clock = clock;
  }

  private record Kept(DistrictId district, String template, String arguments) {}

  @Override
  public void keep(UUID id, DistrictId district, String template, Map<String, Object> arguments) {
    Map<String, String> texts = new HashMap<>();
    arguments.forEach((name, value) -> texts.put(name, value.toString()));
    jdbc.sql(
            """
            insert into messaging.text_to_say (id, district, template, arguments, kept_at)
            values (:id, :district, :template, cast(:arguments as jsonb), :now)
            on conflict (id) do nothing
            """)
        .param("id", id)
        .param("district", district.value())
        .param("template", template)
        .param("arguments", json.writeValueAsString(texts))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  public Optional<WrittenWords.Words> in(UUID id, String language) {
    return jdbc.sql(
            """
            select district, template, arguments::text as arguments
            from messaging.text_to_say where id = :id
            union all
            select i.district, i.template, w.arguments::text
            from messaging.intent i join messaging.wording w on w.intent = i.id where i.id = :id
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new Kept(
                    new DistrictId(row.getObject("district", UUID.class)),
                    row.getString("template"),
                    row.getString("arguments")))
        .optional()
        .flatMap(
            kept ->
                words.of(kept.template(), language, arguments(kept.arguments()), kept.district()));
  }

  private Map<String, Object> arguments(String kept) {
    Map<String, Object> arguments = new HashMap<>();
    json.readTree(kept)
        .properties()
        .forEach(argument -> arguments.put(argument.getKey(), argument.getValue().asString()));
    return arguments;
  }
}
