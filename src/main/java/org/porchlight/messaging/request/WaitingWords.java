package org.porchlight.messaging.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.text.Texts;
import org.porchlight.messaging.text.WordingsChanged;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts are written when they are asked for, and may wait a night. When their translation changes
 * meanwhile, they are written anew: what leaves is what is approved then. One without an approved
 * translation is left to the gate.
 */
@Component
class WaitingWords {

  private final JdbcClient jdbc;
  private final Texts texts;
  private final EnglishTexts english;
  private final Districts districts;
  private final JsonMapper json;

  WaitingWords(
      JdbcClient jdbc, Texts texts, EnglishTexts english, Districts districts, JsonMapper json) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.english = english;
    this.districts = districts;
    this.json = json;
  }

  /** Values as text: a template reads instants and days from it too. */
  void keep(UUID intent, MessageRequest request) {
    Map<String, String> arguments = new HashMap<>();
    request.arguments().forEach((name, value) -> arguments.put(name, value.toString()));
    jdbc.sql("insert into messaging.wording (intent, arguments) values (?, ?::jsonb)")
        .params(intent, json.writeValueAsString(arguments))
        .update();
  }

  private record Waiting(
      UUID id,
      DistrictId district,
      String template,
      String language,
      String body,
      String arguments) {}

  @EventListener
  @Transactional
  public void follow(WordingsChanged changed) {
    waiting(changed.languages()).forEach(this::write);
  }

  /** Not those that are being sent at this moment: their words were approved until now. */
  private List<Waiting> waiting(Set<String> languages) {
    List<String> asked =
        jdbc
            .sql("select distinct language from messaging.intent where state = 'WAITING'")
            .query((row, number) -> String.valueOf(row.getString("language")))
            .list()
            .stream()
            .filter(tag -> texts.written(tag).filter(languages::contains).isPresent())
            .toList();
    return asked.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select i.id, i.district, i.template, i.language, i.body, w.arguments
                from messaging.intent i join messaging.wording w on w.intent = i.id
                where i.state = 'WAITING' and i.language in (:asked)
                for update of i skip locked
                """)
            .param("asked", asked)
            .query(
                (row, number) ->
                    new Waiting(
                        row.getObject("id", UUID.class),
                        new DistrictId(row.getObject("district", UUID.class)),
                        row.getString("template"),
                        row.getString("language"),
                        row.getString("body"),
                        row.getString("arguments")))
            .list();
  }

  private void write(Waiting waiting) {
    if (!texts.speaks(waiting.template(), waiting.language())) {
      return;
    }
    Map<String, Object> arguments = new HashMap<>();
    json.readTree(waiting.arguments())
        .properties()
        .forEach(argument -> arguments.put(argument.getKey(), argument.getValue().asString()));
    Districts.District district = districts.find(waiting.district()).orElseThrow();
    String body =
        texts.render(
            waiting.template(), waiting.language(), arguments, district.name(), district.zone());
    if (!body.equals(waiting.body())) {
      jdbc.sql("update messaging.intent set body = ? where id = ?")
          .params(body, waiting.id())
          .update();
      english.keep(waiting.id(), waiting.template(), waiting.language(), arguments, district);
    }
  }
}
