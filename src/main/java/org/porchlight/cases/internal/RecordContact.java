package org.porchlight.cases.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.porchlight.cases.CaseContacts;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.MeetingWishes;
import org.porchlight.engine.Submission;
import org.porchlight.engine.Submissions;
import org.porchlight.identification.Programs;
import org.porchlight.messaging.WrongNumbers;
import org.porchlight.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came of a person's try to reach the family. */
@Component
public class RecordContact {

  private final CaseStore cases;
  private final Submissions submissions;
  private final FamilyWishes wishes;
  private final StoredMeetingWishes meeting;
  private final CaseContacts contacts;
  private final WrongNumbers wrongNumbers;
  private final EndCase endCase;
  private final Programs programs;
  private final JdbcClient jdbc;
  private final CaseTimes times;
  private final CasesProperties settings;

  RecordContact(
      CaseStore cases,
      Submissions submissions,
      FamilyWishes wishes,
      StoredMeetingWishes meeting,
      CaseContacts contacts,
      WrongNumbers wrongNumbers,
      EndCase endCase,
      Programs programs,
      JdbcClient jdbc,
      CaseTimes times,
      CasesProperties settings) {
    this.cases = cases;
    this.submissions = submissions;
    this.wishes = wishes;
    this.meeting = meeting;
    this.contacts = contacts;
    this.wrongNumbers = wrongNumbers;
    this.endCase = endCase;
    this.programs = programs;
    this.jdbc = jdbc;
    this.times = times;
    this.settings = settings;
  }

  /**
   * {@code answer}: yes, somebodyElse, callsOnly, helpOnly, later, no, undeliverable, notReached,
   * exhausted.
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
        meeting.times(id, times(data));
        yield wishes.visit(held, answer.equals("ELSEWHERE"), how, said.by(), said.at());
      }
      case "SOMEBODY_ELSE" -> wishes.somebodyElse(held, said.at());
      case "CALLS_ONLY" -> wishes.callsOnly(held);
      case "HELP_ONLY" -> wishes.helpOnly(held);
      case "WRONG_NUMBER" -> {
        contacts.textTo(id).ifPresent(to -> wrongNumbers.report(to.phone(), held.view().family()));
        yield Map.of("answer", "undeliverable");
      }
      case "LATER" -> {
        held.postponed(later(held.view(), data));
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

  /** A day, a number of weeks, or what is usual. */
  private LocalDate later(CaseView view, FormData data) {
    LocalDate day = data.day("laterUntil");
    if (day != null) {
      return day;
    }
    Integer weeks = data.number("laterWeeks");
    LocalDate today = times.today(view);
    return weeks == null ? today.plusDays(settings.laterDays()) : today.plusWeeks(weeks);
  }

  private static List<MeetingWishes.Times> times(FormData data) {
    return data.codes("times").stream().map(MeetingWishes.Times::valueOf).toList();
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
