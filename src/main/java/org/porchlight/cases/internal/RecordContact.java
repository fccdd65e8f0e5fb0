package org.porchlight.cases.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Cases;
import org.porchlight.cases.OtherVisitorsWanted;
import org.porchlight.cases.Wish;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.identification.Programs;
import org.porchlight.shared.CaseId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came of a person's try to reach the family. */
@Component
public class RecordContact {

  private final CaseStore cases;
  private final Submissions submissions;
  private final Cases lifecycle;
  private final EndCase endCase;
  private final Programs programs;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final CaseTimes times;
  private final CasesProperties settings;

  RecordContact(
      CaseStore cases,
      Submissions submissions,
      Cases lifecycle,
      EndCase endCase,
      Programs programs,
      ApplicationEventPublisher events,
      JdbcClient jdbc,
      CaseTimes times,
      CasesProperties settings) {
    this.cases = cases;
    this.submissions = submissions;
    this.lifecycle = lifecycle;
    this.endCase = endCase;
    this.programs = programs;
    this.events = events;
    this.jdbc = jdbc;
    this.times = times;
    this.settings = settings;
  }

  /**
   * {@code answer}: yes, somebodyElse, callsOnly, later, no, undeliverable, notReached, exhausted.
   */
  @Transactional
  public Map<String, Object> record(CaseId id, UUID submissionId) {
    Case held = cases.hold(id);
    Submission said = submissions.get(submissionId);
    FormData data = new FormData(said.data());
    String how = data.code("how");
    String answer = data.code("answer");
    count(id, said, how, answer);
    return switch (answer) {
      case "YES", "ELSEWHERE" -> {
        lifecycle.familyAgreed(id, how, said.by(), said.at());
        yield Map.of("answer", "yes");
      }
      case "SOMEBODY_ELSE" -> {
        events.publishEvent(new OtherVisitorsWanted(id, said.at()));
        yield Map.of("answer", "somebodyElse");
      }
      case "CALLS_ONLY" -> callsOnly(held);
      case "WRONG_NUMBER" -> Map.of("answer", "undeliverable");
      case "LATER" -> {
        held.postponed(later(held.view(), data.day("laterUntil")));
        yield Map.of("answer", "later");
      }
      case "NO" -> {
        endCase.declineInTask(id, how, said.by(), said.at());
        yield Map.of("answer", "no");
      }
      case "NOT_REACHED" -> notReached(held.view());
      default -> throw new IllegalArgumentException("The form has no such answer: " + answer);
    };
  }

  /** The first call is due at once: the family has just said that it would like one. */
  private Map<String, Object> callsOnly(Case held) {
    held.wishes(Wish.CALLS_ONLY);
    CaseView view = held.view();
    Map<String, Object> variables = new HashMap<>(times.call(view, times.waitFor(view, 1)));
    variables.put("answer", "callsOnly");
    return variables;
  }

  private LocalDate later(CaseView view, @Nullable LocalDate wished) {
    return wished == null ? times.today(view).plusDays(settings.laterDays()) : wished;
  }

  /** From now on a person tries, whatever the first channel was. */
  private Map<String, Object> notReached(CaseView view) {
    int allowed = programs.current(view.district()).attempts().contactTries();
    return tries(view.id()) < allowed
        ? Map.of("answer", "notReached", "channel", "CALL")
        : Map.of("answer", "exhausted");
  }

  private void count(CaseId id, Submission said, String how, String answer) {
    jdbc.sql(
            """
            insert into cases.contact_try (submission_id, case_id, how, answer, at)
            values (?, ?, ?, ?, ?) on conflict (submission_id) do nothing
            """)
        .params(said.id(), id.value(), how, answer, said.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private int tries(CaseId id) {
    return jdbc.sql(
            """
            select count(*) from cases.contact_try t where case_id = ? and answer = 'NOT_REACHED'
              and at >= (select max(started_at) from cases.case_run r where r.case_id = t.case_id)
            """)
        .param(id.value())
        .query(Integer.class)
        .single();
  }
}
