package org.porchlight.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.UnsaidTexts;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a coordinator must do by phone beside the main path: a call wished for, a reply to read. */
@Component
class CallRequests implements UnsaidTexts {

  /** Why; the text is message key {@code timeline.reason.<name>}. */
  enum Reason {
    /** First on the form: it may mean stop. */
    MAY_WANT_NO_TEXTS,
    FAMILY_ASKED,
    READ_THE_REPLY,
    LATE_YES,
    LATE_LATER,
    LATE_WISH,
    WRONG_NUMBER,
    SUCCESSOR_WANTED,
    NAMES_TO_TELL,
    VISIT_OFF_TO_TELL,
    INTERPRETER_WANTED,
    TEXT_NOT_DELIVERED,
    COMMAND_FAILED
  }

  private final JdbcClient jdbc;
  private final JourneySignals signals;
  private final Timeline timeline;
  private final CaseTimes times;
  private final CasesProperties settings;
  private final Clock clock;

  CallRequests(
      JdbcClient jdbc,
      JourneySignals signals,
      Timeline timeline,
      CaseTimes times,
      CasesProperties settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.signals = signals;
    this.timeline = timeline;
    this.times = times;
    this.settings = settings;
    this.clock = clock;
  }

  /** Once per key. */
  void raise(CaseView about, String key, Reason reason, @Nullable UserId by, Instant at) {
    int added =
        jdbc.sql(
                """
                insert into cases.call_request (request_key, case_id, reason, at)
                values (?, ?, ?, ?) on conflict (request_key) do nothing
                """)
            .params(key, about.id().value(), reason.name(), at.atOffset(ZoneOffset.UTC))
            .update();
    if (added == 1) {
      timeline.add(
          about.id(), "call:" + key, "cases.callPlanned", by, at, Map.of("reason", reason));
      signals.callRequested(about, key, times.dueIn(about, settings.contactSchoolDays()));
    }
  }

  List<Reason> open(CaseId id) {
    return jdbc.sql(
            """
            select reason from cases.call_request
            where case_id = ? and settled_at is null
            order by reason <> 'MAY_WANT_NO_TEXTS', at
            """)
        .param(id.value())
        .query((row, i) -> Reason.valueOf(row.getString("reason")))
        .list();
  }

  /** The keys of such requests end with the text's id. */
  @Override
  @Transactional(readOnly = true)
  public List<UUID> of(CaseId id) {
    return jdbc.sql(
            """
            select request_key from cases.call_request
            where case_id = ? and settled_at is null
              and reason in ('TEXT_NOT_DELIVERED', 'NAMES_TO_TELL', 'VISIT_OFF_TO_TELL')
            order by at, request_key
            """)
        .param(id.value())
        .query(
            (row, i) -> {
              String key = row.getString("request_key");
              return UUID.fromString(key.substring(key.indexOf(':') + 1));
            })
        .list();
  }

  /** What the run before left open is no wish of the next one. */
  void settleAll(CaseId id) {
    jdbc.sql(
            """
            update cases.call_request set settled_at = ? where case_id = ? and settled_at is null
            """)
        .params(clock.instant().atOffset(ZoneOffset.UTC), id.value())
        .update();
  }

  /** One task settles the oldest request. */
  void settleOldest(CaseId id) {
    jdbc.sql(
            """
            update cases.call_request set settled_at = :now where request_key = (
              select request_key from cases.call_request
              where case_id = :case and settled_at is null order by at limit 1)
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("case", id.value())
        .update();
  }
}
