package org.porchlight.messaging.gate;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.porchlight.messaging.ContactBudget;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.UnaskedTexts;
import org.porchlight.messaging.outbox.Columns;
import org.porchlight.messaging.outbox.Intent;
import org.porchlight.messaging.text.Texts;
import org.porchlight.shared.DistrictId;
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
  public Map<FamilyId, List<Instant>> since(Collection<FamilyId> families, Instant since) {
    Map<FamilyId, List<Instant>> left = new HashMap<>();
    jdbc.sql(
            """
            select i.family, min(a.started_at) as at
            from messaging.intent i join messaging.attempt a on a.intent = i.id
            where i.family = any(:families) and i.template = any(:unasked)
              and i.state in ('SENDING', 'SENT', 'UNKNOWN') and a.state <> 'REJECTED'
            group by i.family, i.id having min(a.started_at) > :since
            """)
        .param("families", Columns.of("uuid", families, FamilyId::value))
        .param("unasked", Columns.of("text", texts.unasked(), each -> each))
        .param("since", Timestamp.from(since))
        .query(
            row -> {
              left.computeIfAbsent(
                      new FamilyId(row.getObject("family", UUID.class)), each -> new ArrayList<>())
                  .add(row.getTimestamp("at").toInstant());
            });
    return left;
  }

  /**
   * Those that would be one too many. The caller holds the families, with one such text each, so
   * that two texts to two guardians are counted in turn.
   */
  Set<Intent> tooMany(List<Intent> intents) {
    Map<DistrictId, Map<FamilyId, Intent>> counted = new HashMap<>();
    for (Intent intent : intents) {
      if (intent.recipient() instanceof Recipient.OfFamily to && unasked(intent)) {
        counted
            .computeIfAbsent(intent.district(), each -> new HashMap<>())
            .put(to.family(), intent);
      }
    }
    Set<Intent> tooMany = new HashSet<>();
    counted.forEach(
        (district, of) -> {
          Set<FamilyId> room = new HashSet<>(of.keySet());
          budget.stream().forEach(each -> room.retainAll(each.withRoom(of.keySet(), district)));
          of.forEach(
              (family, intent) -> {
                if (!room.contains(family)) {
                  tooMany.add(intent);
                }
              });
        });
    return tooMany;
  }

  /**
   * By what two such texts of one family exclude each other; empty where the text is not counted.
   */
  String countedFor(Intent intent) {
    return intent.recipient() instanceof Recipient.OfFamily to && unasked(intent)
        ? to.family().toString()
        : "";
  }

  private boolean unasked(Intent intent) {
    return texts.unasked().contains(intent.template());
  }
}
