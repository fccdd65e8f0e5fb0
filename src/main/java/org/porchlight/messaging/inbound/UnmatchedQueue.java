package org.porchlight.messaging.inbound;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.UnmatchedTexts;
import org.porchlight.messaging.inbound.InboundTexts.Inbound;
import org.porchlight.messaging.request.Correspondents.Correspondent;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Also a visitor's text that no rule understood, and whatever a partner writes: it is in no
 * family's thread.
 */
@Component
@Transactional
class UnmatchedQueue implements UnmatchedTexts {

  private static final String OPEN =
      """
      select * from messaging.inbound
      where (meaning = 'UNMATCHED' or partner is not null
          or staff is not null and meaning in ('UNCLEAR', 'MAYBE_STOP'))
        and not taken and understood_at is not null
      """;

  private final JdbcClient jdbc;
  private final Writers writers;
  private final Understanding understanding;
  private final Clock clock;

  UnmatchedQueue(JdbcClient jdbc, Writers writers, Understanding understanding, Clock clock) {
    this.jdbc = jdbc;
    this.writers = writers;
    this.understanding = understanding;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Unmatched> open() {
    return jdbc.sql(OPEN + " order by received_at limit 200").query(Inbound::read).list().stream()
        .map(this::unmatched)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Unmatched> find(UUID text) {
    return jdbc.sql(OPEN + " and id = :id")
        .param("id", text)
        .query(Inbound::read)
        .optional()
        .map(this::unmatched);
  }

  private Unmatched unmatched(Inbound text) {
    PhoneNumber phone = new PhoneNumber(text.phone());
    List<Correspondent> all = new ArrayList<>(writers.of(phone));
    writers.onRecord(phone).stream()
        .filter(
            each -> all.stream().noneMatch(k -> WhichWriter.same(k.recipient(), each.recipient())))
        .forEach(all::add);
    return new Unmatched(
        text.id(),
        phone,
        text.body(),
        text.media(),
        text.receivedAt(),
        all.stream().map(each -> new Possible(each.recipient(), each.district())).toList());
  }

  @Override
  public boolean belongsTo(UUID text, FamilyId family, UserId by) {
    Optional<Inbound> found =
        jdbc.sql(OPEN + " and id = :id for update")
            .param("id", text)
            .query(Inbound::read)
            .optional();
    if (found.isEmpty()) {
      return false;
    }
    PhoneNumber phone = new PhoneNumber(found.get().phone());
    Optional<Correspondent> writer =
        writers.of(phone).stream()
            .filter(
                each ->
                    each.recipient() instanceof Recipient.OfFamily of && of.family().equals(family))
            .findFirst()
            .or(() -> writers.as(family, phone));
    if (writer.isEmpty()) {
      return false;
    }
    decided(text, by);
    understanding.asIf(found.get(), phone, writer.get());
    return true;
  }

  @Override
  public boolean handled(UUID text, UserId by) {
    int changed =
        jdbc.sql(
                """
                update messaging.inbound set taken = true,
                  meaning = case when meaning = 'UNMATCHED' then 'HANDLED' else meaning end
                where id = :id and not taken
                  and (meaning = 'UNMATCHED' or partner is not null
                    or staff is not null and meaning in ('UNCLEAR', 'MAYBE_STOP'))
                """)
            .param("id", text)
            .update();
    if (changed == 1) {
      decided(text, by);
    }
    return changed == 1;
  }

  private void decided(UUID text, UserId by) {
    jdbc.sql("update messaging.inbound set matched_by = :by, matched_at = :now where id = :id")
        .param("by", by.value())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", text)
        .update();
  }
}
