package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.messaging.Answer;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way in which {@code assign-visitors} finds two people, or nobody. */
@PorchlightTest
class AssignVisitorsTest {

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired CaseHistory history;
  @Autowired JdbcClient jdbc;

  private Opened about;

  @AfterEach
  void leave() {
    walk.leave(about);
  }

  @Test
  void shouldAskTheNextBestAfterADecline() {
    about = testCases.open();
    walk.plan(about, "TEXT");
    walk.visitorsAnswer(about, Answer.NO, Answer.YES);

    walk.complete(about, "userTask_ChooseVisitors", pair());
    walk.visitorsAnswer(about, Answer.YES, Answer.YES);

    walk.awaitInvitation(about);
    assertThat(kinds()).contains("visits.visitorsChosen");
    assertThat(processesOf()).contains("assign-visitors", "family-case");
  }

  @Test
  void shouldLetTheTeamDecideWhenNobodyIsFound() {
    about = testCases.open();
    walk.plan(about, "TEXT");
    walk.visitorsAnswer(about, Answer.NO, Answer.YES);

    walk.complete(about, "userTask_ChooseVisitors", Map.of("found", "NOBODY"));

    walk.awaitTask(about.id(), "userTask_KeepOrClose");
    assertThat(kinds()).contains("visits.nobodyFound");
  }

  @Test
  void shouldChooseOthersWhenTheFamilyWantsSomebodyElse() {
    about = testCases.open();
    walk.planAndAccept(about, "CALL");

    walk.complete(
        about, "userTask_ContactFamily", Map.of("how", "CALL", "answer", "SOMEBODY_ELSE"));

    walk.awaitTask(about.id(), "userTask_ChooseVisitors");
  }

  private Map<String, Object> pair() {
    return Map.of(
        "found", "PAIR",
        "visitorA", about.visitorA().toString(),
        "visitorB", about.visitorB().toString());
  }

  private List<String> kinds() {
    return history.timeline(about.id()).stream().map(CaseHistory.Entry::kind).toList();
  }

  /** What the case called is found by the case. */
  private List<String> processesOf() {
    return jdbc.sql(
            """
            select distinct i.process_id from engine.process_instance i
            join engine.process_root r on r.root_key = i.root_key where r.subject = ?
            """)
        .param(about.id().value())
        .query(String.class)
        .list();
  }
}
