package org.porchlight.messaging.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.porchlight.messaging.TextSecrets;
import org.porchlight.messaging.twilio.Carrier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The provider, which gets secrets where our rows hold marks. */
@Component
class SecretTexts implements Carrier {

  private final Carrier carrier;
  private final ObjectProvider<TextSecrets> secrets;
  private final JdbcClient jdbc;

  SecretTexts(
      @Qualifier("twilioCarrier") Carrier carrier,
      ObjectProvider<TextSecrets> secrets,
      JdbcClient jdbc) {
    this.carrier = carrier;
    this.secrets = secrets;
    this.jdbc = jdbc;
  }

  @Override
  public Outcome post(Text text) {
    return carrier.post(
        text.body().contains(TextSecrets.MARK)
            ? secret(text.attempt()).map(text::with).orElse(text)
            : text);
  }

  @Override
  public LookUp find(Text text, Instant notBefore, Set<String> knownIds) {
    return carrier.find(text, notBefore, knownIds);
  }

  private record Reason(String purpose, String occurrence) {

    static Reason read(ResultSet row, int number) throws SQLException {
      return new Reason(row.getString("purpose"), row.getString("occurrence"));
    }
  }

  /** Empty where nobody asked for one: somebody wrote as many stars. */
  private Optional<String> secret(UUID attempt) {
    Reason why =
        jdbc.sql(
                """
                select i.purpose, i.occurrence from messaging.attempt a
                join messaging.intent i on i.id = a.intent where a.id = ?
                """)
            .param(attempt)
            .query(Reason::read)
            .single();
    return secrets.stream()
        .filter(each -> each.purpose().equals(why.purpose()))
        .findFirst()
        .map(each -> each.next(why.occurrence()));
  }
}
