package org.porchlight.messaging.request;

import java.util.Map;
import java.util.UUID;
import org.porchlight.messaging.StaffTexts;
import org.porchlight.messaging.text.Texts;
import org.porchlight.roster.Districts.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What our texts say in English, for staff who do not read the family's language. */
@Repository
class EnglishTexts {

  private final JdbcClient jdbc;
  private final Texts texts;

  EnglishTexts(JdbcClient jdbc, Texts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /**
   * Kept with the words themselves, asked for or written anew: later English may say something
   * else. Words of staff's own stay as they are.
   */
  void keep(
      UUID intent,
      String template,
      String language,
      Map<String, Object> arguments,
      District district) {
    boolean needed =
        !texts.written(language).orElse("").equals("en")
            && !template.equals(StaffTexts.OWN_WORDS)
            && texts.speaks(template, "en");
    if (needed) {
      jdbc.sql(
              """
              insert into messaging.english (intent, body) values (:intent, :body)
              on conflict (intent) do update set body = excluded.body
              """)
          .param("intent", intent)
          .param("body", texts.render(template, "en", arguments, district.name(), district.zone()))
          .update();
    }
  }
}
