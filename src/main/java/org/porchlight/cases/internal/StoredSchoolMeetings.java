package org.porchlight.cases.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.SchoolMeetings;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredSchoolMeetings implements SchoolMeetings {

  private final JdbcClient jdbc;
  private final CaseStore cases;
  private final CallRequests calls;
  private final Timeline timeline;

  StoredSchoolMeetings(JdbcClient jdbc, CaseStore cases, CallRequests calls, Timeline timeline) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.calls = calls;
    this.timeline = timeline;
  }

  @Override
  public void ask(CaseId id, Wanted wanted, UUID request, UserId by, Instant at) {
    CaseView view = cases.hold(id).view();
    if (!view.live()) {
      throw new IllegalStateException("The case has ended: nothing was recorded");
    }
    if (!wanted.startsAt().isAfter(at)) {
      throw new IllegalArgumentException("startsAt has passed: choose a time to come");
    }
    if (wanted.language().isBlank() || wanted.place().isBlank() || wanted.forWhom().isBlank()) {
      throw new IllegalArgumentException("language, place and forWhom are needed");
    }
    int added =
        jdbc.sql(
                """
                insert into cases.school_meeting
                  (id, case_id, language, starts_at, place, for_whom, state, asked_by, asked_at)
                values (:id, :case, :language, :starts, :place, :whom, 'ASKED', :by, :at)
                on conflict (id) do nothing
                """)
            .param("id", request)
            .param("case", id.value())
            .param("language", wanted.language())
            .param("starts", wanted.startsAt().atOffset(ZoneOffset.UTC))
            .param("place", wanted.place().strip())
            .param("whom", wanted.forWhom().strip())
            .param("by", by.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (added == 1) {
      note(id, request, State.ASKED, by, at);
      calls.raise(view, "interpreter:" + request, CallRequests.Reason.INTERPRETER_WANTED, by, at);
    }
  }

  @Override
  public void now(CaseId id, UUID meeting, State state, UserId by, Instant at) {
    if (of(id).stream().noneMatch(one -> one.id().equals(meeting))) {
      throw new NoSuchElementException("This case has no such meeting");
    }
    int changed =
        jdbc.sql(
                "update cases.school_meeting set state = :state where id = :id and state <> :state")
            .param("state", state.name())
            .param("id", meeting)
            .update();
    if (changed == 1) {
      note(id, meeting, state, by, at);
    }
  }

  private void note(CaseId id, UUID meeting, State state, UserId by, Instant at) {
    timeline.add(
        id, "meeting:" + meeting + ":" + state, "cases.interpreter." + state, by, at, Map.of());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Meeting> of(CaseId id) {
    return jdbc.sql(
            """
            select * from cases.school_meeting
            where case_id = ? and state <> 'CALLED_OFF' order by starts_at, id
            """)
        .param(id.value())
        .query(
            (row, number) ->
                new Meeting(
                    row.getObject("id", UUID.class),
                    new Wanted(
                        row.getString("language"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getString("place"),
                        row.getString("for_whom")),
                    State.valueOf(row.getString("state"))))
        .list();
  }
}
