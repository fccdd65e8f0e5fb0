package org.porchlight.messaging.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.porchlight.messaging.ContactBudget;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.UnaskedTexts;
import org.porchlight.messaging.text.Texts;
import org.porchlight.shared.FamilyId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the texts that nobody asked for, and asks whether one more may go. */
@Component
class UnaskedTextsSent implements UnaskedTexts {

  private final JdbcClient jdbc;
  private final Texts texts;
  private final ObjectProvider<ContactBudget> budget;

  UnaskedTextsSent(JdbcClient jdbc, Texts texts, ObjectProvider<ContactBudget> budget) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.budget = budget;
  }

  @Override
  public List<Instant> since(FamilyId family, Instant since) {
    Set<String> unasked = new HashSet<>(texts.unasked());
    unasked.add(""); // an empty list is no SQL
    return jdbc
        .sql(
            """
            select min(a.started_at) as at
            from messaging.intent i join messaging.attempt a on a.intent = i.id
            where i.family = :family and i.template in (:unasked)
              and i.state in ('SENDING', 'SENT', 'UNKNOWN') and a.state <> 'REJECTED'
            group by i.id having min(a.started_at) > :since
            """)
        .param("family", family.value())
        .param("unasked", unasked)
        .param("since", Timestamp.from(since))
        .query((row, number) -> row.getTimestamp("at"))
        .list()
        .stream()
        .map(Timestamp::toInstant)
        .toList();
  }

  boolean unasked(Intent intent) {
    return texts.unasked().contains(intent.template());
  }

  /**
   * Whether this text would be one too many. Holds the family until the transaction ends, so that
   * two texts to two guardians are counted in turn.
   */
  boolean tooMany(Intent intent) {
    if (!(intent.recipient() instanceof Recipient.OfFamily to) || !unasked(intent)) {
      return false;
    }
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:family, 401))")
        .param("family", to.family().toString())
        .query((row, number) -> number)
        .list();
    return budget.stream().anyMatch(each -> !each.leavesRoom(to.family(), intent.district()));
  }
}
