package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.Cases;
import org.porchlight.cases.Wish;
import org.porchlight.engine.Submissions;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the family wishes follows the log, as long as nothing newer was said. */
@PorchlightTest
class AmendLogTest {

  @Autowired VisitLogMade made;
  @Autowired Submissions submissions;
  @Autowired ApplyVisitLog applyLog;
  @Autowired AmendLog amendLog;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private VisitLogMade.Made visit;
  private UUID log;

  @BeforeEach
  void logAVisitAfterWhichTheFamilyWantsAnother() {
    visit = made.visit();
    long task = made.logTask(visit, VisitForm.FIRST);
    log = submissions.submit(task, visit.visitor().id(), log("YES")).id();
    applyLog.apply(visit.visit(), log);
    assertThat(wish()).isEqualTo("VISITS");
  }

  @Test
  void shouldFollowTheAmendedLog() {
    amend(1, "CALLS_ONLY");
    assertThat(wish()).isEqualTo("CALLS_ONLY");

    amend(2, null);
    assertThat(wish()).isNull();
  }

  @Test
  void shouldKeepWhatTheFamilySaidSince() {
    cases.visited(
        visit.opened().caseId(),
        UUID.randomUUID(),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        Wish.NO_MORE);

    amend(1, "CALLS_ONLY");

    assertThat(wish()).isEqualTo("NO_MORE");
  }

  private void amend(int version, @Nullable String wish) {
    assertThat(
            amendLog.amend(visit.opened().family(), log, version, log(wish), visit.coordinator()))
        .isTrue();
  }

  private static Map<String, Object> log(@Nullable String wish) {
    Map<String, Object> log = new HashMap<>();
    log.put("outcome", "COMPLETED");
    log.put("asPlanned", true);
    if (wish != null) {
      log.put("wantsAnotherVisit", wish);
    }
    return log;
  }

  private @Nullable String wish() {
    return jdbc.sql("select wish from cases.family_case where id = ?")
        .param(visit.opened().caseId().value())
        .query((row, i) -> Optional.ofNullable(row.getString("wish")))
        .single()
        .orElse(null);
  }
}
