package org.porchlight.messaging.request;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.ThreadEntry;
import org.porchlight.messaging.gate.Reasons;
import org.porchlight.messaging.gate.SendWindow;
import org.porchlight.messaging.outbox.Recipients;
import org.porchlight.messaging.outbox.Urgency;
import org.porchlight.messaging.pace.Batches;
import org.porchlight.messaging.text.Texts;
import org.porchlight.roster.Districts;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what should be said into the outbox. */
@Component
class RequestedMessages implements Messages {

  private final JdbcClient jdbc;
  private final Texts texts;
  private final WaitingWords words;
  private final Reasons reasons;
  private final Withdrawals withdrawals;
  private final Batches batches;
  private final SendWindow window;
  private final Districts districts;
  private final Correspondents correspondents;
  private final FamilyThread threads;
  private final EnglishTexts english;
  private final Clock clock;

  RequestedMessages(
      JdbcClient jdbc,
      Texts texts,
      WaitingWords words,
      Reasons reasons,
      Withdrawals withdrawals,
      Batches batches,
      SendWindow window,
      Districts districts,
      Correspondents correspondents,
      FamilyThread threads,
      EnglishTexts english,
      Clock clock) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.words = words;
    this.reasons = reasons;
    this.withdrawals = withdrawals;
    this.batches = batches;
    this.window = window;
    this.districts = districts;
    this.correspondents = correspondents;
    this.threads = threads;
    this.english = english;
    this.clock = clock;
  }

  @Override
  @Transactional
  public UUID request(MessageRequest request) {
    reasons.requireOwner(request.purpose());
    if (!request.expiresAt().isAfter(request.notBefore())) {
      throw new IllegalArgumentException(
          "A text of purpose '" + request.purpose() + "' must expire after its earliest instant");
    }
    String body = body(request);
    correspondents.texted(
        request.to(), request.recipient(), request.district(), request.language());
    UUID id = UUID.randomUUID();
    Instant due =
        request.moveEarlier()
            ? window.earlier(request.district(), request.notBefore())
            : request.notBefore();
    int added =
        Recipients.bind(
                jdbc.sql(
                    """
                    insert into messaging.intent (id, district, phone, family, guardian, staff, partner, case_id, purpose, occurrence,
                      template, language, body, not_before, expires_at, move_earlier, receipt, urgency, batch, state, due_at, created_at)
                    values (:id, :district, :phone, :family, :guardian, :staff, :partner, :case, :purpose, :occurrence,
                      :template, :language, :body, :notBefore, :expiresAt, :moveEarlier, :receipt, :urgency, :batch, 'WAITING', :due, :now)
                    on conflict (phone, purpose, occurrence) do nothing
                    """),
                request.recipient())
            .param("id", id)
            .param("district", request.district().value())
            .param("phone", request.to().e164())
            .param("case", request.caseId() == null ? null : request.caseId().value(), Types.OTHER)
            .param("purpose", request.purpose())
            .param("occurrence", request.occurrence())
            .param("template", request.template())
            .param("language", request.language())
            .param("body", body)
            .param("notBefore", Timestamp.from(request.notBefore()))
            .param("expiresAt", Timestamp.from(request.expiresAt()))
            .param("moveEarlier", request.moveEarlier())
            .param("receipt", texts.receipt(request.template()))
            .param("urgency", urgency(request).ordinal())
            .param("batch", batch(request, due), Types.OTHER)
            .param("due", Timestamp.from(due))
            .param("now", Timestamp.from(clock.instant()))
            .update();
    if (added == 0) {
      return existing(request);
    }
    words.keep(id, request);
    english.keep(
        id, request.template(), request.language(), request.arguments(), district(request));
    return id;
  }

  /** What nobody asked for leaves by day, so that staff can pace it and call it off. */
  private @Nullable UUID batch(MessageRequest request, Instant due) {
    if (urgency(request) != Urgency.UNASKED) {
      return null;
    }
    DistrictId district = request.district();
    Instant leaves = window.next(district, due);
    return batches.join(district, leaves.atZone(window.zone(district)).toLocalDate());
  }

  private Urgency urgency(MessageRequest request) {
    return Urgency.of(
        request.purpose(),
        texts.receipt(request.template()),
        texts.unasked().contains(request.template()));
  }

  private String body(MessageRequest request) {
    Districts.District district = district(request);
    return texts.render(
        request.template(),
        request.language(),
        request.arguments(),
        district.name(),
        district.zone());
  }

  private Districts.District district(MessageRequest request) {
    return districts
        .find(request.district())
        .orElseThrow(() -> new IllegalArgumentException("No district " + request.district()));
  }

  private UUID existing(MessageRequest request) {
    return jdbc.sql(
            """
            select id from messaging.intent
            where phone = :phone and purpose = :purpose and occurrence = :occurrence
            """)
        .param("phone", request.to().e164())
        .param("purpose", request.purpose())
        .param("occurrence", request.occurrence())
        .query(UUID.class)
        .single();
  }

  @Override
  public boolean speaks(String template, String language) {
    return texts.speaks(template, language);
  }

  @Override
  public List<ThreadEntry> thread(FamilyId family) {
    return threads.read(family);
  }

  @Override
  @Transactional
  public void withdraw(CaseId caseId, Set<String> except) {
    withdrawals.withdraw(caseId, except, clock.instant());
  }
}
