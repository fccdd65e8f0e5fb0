package org.porchlight.messaging.request;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.MessageRequest;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.OptOuts;
import org.porchlight.messaging.StaffTexts;
import org.porchlight.messaging.ThreadEntry.Why;
import org.porchlight.messaging.WrongNumbers;
import org.porchlight.messaging.gate.SendWindow;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.text.Texts;
import org.porchlight.roster.Districts;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.GuardianId;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows beforehand what the gate would say, and asks for the text. */
@Component
class StaffDrafts implements StaffTexts {

  private static final List<String> PHRASES =
      List.of(
          "thread.gotIt",
          "thread.whenToCall",
          "thread.callToday",
          "thread.missedCall",
          "thread.moreWords");

  /** Says "today": tomorrow it would be wrong. */
  private static final String OF_TODAY = "thread.callToday";

  private static final Duration LIFE = Duration.ofHours(24);

  private final Messages messages;
  private final Texts texts;
  private final OptOuts optOuts;
  private final WrongNumbers wrongNumbers;
  private final SendWindow windows;
  private final Districts districts;
  private final WordWarnings warnings;
  private final MessagingSettings settings;
  private final JdbcClient jdbc;
  private final Clock clock;

  StaffDrafts(
      Messages messages,
      Texts texts,
      OptOuts optOuts,
      WrongNumbers wrongNumbers,
      SendWindow windows,
      Districts districts,
      WordWarnings warnings,
      MessagingSettings settings,
      JdbcClient jdbc,
      Clock clock) {
    this.messages = messages;
    this.texts = texts;
    this.optOuts = optOuts;
    this.wrongNumbers = wrongNumbers;
    this.windows = windows;
    this.districts = districts;
    this.warnings = warnings;
    this.settings = settings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<String> phrases() {
    return PHRASES;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Preview preview(Draft draft) {
    if (!messages.speaks(draft.phrase(), draft.language())) {
      return null;
    }
    String words = draft.words();
    Instant leavesAt = windows.nextOpening(draft.district(), clock.instant());
    return new Preview(
        render(draft, draft.language()),
        words == null ? render(draft, "en") : words,
        obstacle(draft, leavesAt),
        leavesAt,
        words == null ? Set.of() : warnings.in(words, draft.language()));
  }

  private @Nullable Why obstacle(Draft draft, Instant leavesAt) {
    if (optOuts.optedOut(draft.to())) {
      return Why.OPTED_OUT;
    }
    if (wrongNumbers.reported(draft.to(), draft.recipient().family())) {
      return Why.BAD_NUMBER;
    }
    if (!leavesAt.isBefore(expiresAt(draft))) {
      return Why.EXPIRED;
    }
    return sentToday(draft) >= settings.dailyFuse() ? Why.FUSE : null;
  }

  /** As the gate counts. */
  private int sentToday(Draft draft) {
    return jdbc.sql(
            """
            select count(*) from messaging.attempt
            where phone = :phone and started_at >= :today and state <> 'REJECTED'
            """)
        .param("phone", draft.to().e164())
        .param("today", Timestamp.from(windows.startOfDay(draft.district(), clock.instant())))
        .query(Integer.class)
        .single();
  }

  @Override
  @Transactional
  public void send(Draft draft, UUID request, UserId by) {
    if (!PHRASES.contains(draft.phrase()) && !draft.phrase().equals(OWN_WORDS)) {
      throw new IllegalArgumentException("Choose one of the phrases, or words of your own");
    }
    UUID text =
        messages.request(
            new MessageRequest(
                draft.district(),
                draft.to(),
                draft.recipient(),
                draft.about(),
                draft.phrase(),
                request.toString(),
                draft.phrase(),
                draft.language(),
                arguments(draft),
                clock.instant(),
                expiresAt(draft),
                false));
    jdbc.sql(
            """
            insert into messaging.staff_text (intent, written_by, at) values (:text, :by, :now)
            on conflict (intent) do nothing
            """)
        .param("text", text)
        .param("by", by.value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  public List<Writer> writers(FamilyId family) {
    return jdbc.sql(
            """
            select n.guardian, n.phone from messaging.inbound n
            where n.family = :family and n.guardian is not null
              and not exists (select from messaging.opt_out o where o.phone = n.phone and o.opted_out)
            group by n.guardian, n.phone
            order by max(n.received_at) desc
            """)
        .param("family", family.value())
        .query(
            (row, number) ->
                new Writer(
                    new GuardianId(row.getObject("guardian", UUID.class)),
                    new PhoneNumber(row.getString("phone"))))
        .list();
  }

  private Instant expiresAt(Draft draft) {
    return draft.phrase().equals(OF_TODAY)
        ? today(draft).plusDays(1).atStartOfDay(district(draft).zone()).toInstant()
        : windows.dueAfter(draft.district(), clock.instant(), LIFE);
  }

  private LocalDate today(Draft draft) {
    return LocalDate.ofInstant(clock.instant(), district(draft).zone());
  }

  private String render(Draft draft, String language) {
    Districts.District district = district(draft);
    return texts.render(
        draft.phrase(), language, arguments(draft), district.name(), district.zone());
  }

  private static Map<String, Object> arguments(Draft draft) {
    String words = draft.words();
    return words == null ? Map.of() : Map.of("words", words);
  }

  private Districts.District district(Draft draft) {
    return districts
        .find(draft.district())
        .orElseThrow(() -> new IllegalArgumentException("No district " + draft.district()));
  }
}
