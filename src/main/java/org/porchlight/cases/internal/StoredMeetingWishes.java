package org.porchlight.cases.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.cases.MeetingWishes;
import org.porchlight.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredMeetingWishes implements MeetingWishes {

  private final JdbcClient jdbc;

  StoredMeetingWishes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Wishes of(CaseId id) {
    return jdbc.sql("select elsewhere, times from cases.meeting_wish where case_id = ?")
        .param(id.value())
        .query(
            (row, number) ->
                new Wishes(
                    row.getBoolean("elsewhere"),
                    Arrays.stream((String[]) row.getArray("times").getArray())
                        .map(Times::valueOf)
                        .collect(Collectors.toUnmodifiableSet())))
        .optional()
        .orElse(new Wishes(false, Set.of()));
  }

  void elsewhere(CaseId id, boolean elsewhere) {
    jdbc.sql(
            """
            insert into cases.meeting_wish (case_id, elsewhere) values (:case, :elsewhere)
            on conflict (case_id) do update set elsewhere = excluded.elsewhere
            """)
        .param("case", id.value())
        .param("elsewhere", elsewhere)
        .update();
  }

  /** Replaces what was said before. */
  void times(CaseId id, Collection<Times> times) {
    jdbc.sql(
            """
            insert into cases.meeting_wish (case_id, times) values (:case, :times)
            on conflict (case_id) do update set times = excluded.times
            """)
        .param("case", id.value())
        .param("times", times.stream().map(Times::name).toArray(String[]::new))
        .update();
  }
}
