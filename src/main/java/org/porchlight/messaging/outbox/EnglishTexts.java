package org.porchlight.messaging.outbox;

import java.util.UUID;
import org.porchlight.messaging.MessageRequest;
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
   * Kept when the text is asked for: its arguments are not. Words of staff's own stay as they are.
   */
  void keep(UUID intent, MessageRequest request, District district) {
    boolean needed =
        !texts.written(request.language()).orElse("").equals("en")
            && !request.template().equals(StaffTexts.OWN_WORDS)
            && texts.speaks(request.template(), "en");
    if (needed) {
      jdbc.sql("insert into messaging.english (intent, body) values (:intent, :body)")
          .param("intent", intent)
          .param(
              "body",
              texts.render(
                  request.template(), "en", request.arguments(), district.name(), district.zone()))
          .update();
    }
  }
}
