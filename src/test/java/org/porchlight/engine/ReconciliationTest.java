package org.porchlight.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.engine.trial.Trial;
import org.porchlight.engine.trial.TrialSubjects;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class ReconciliationTest {

  @Autowired Reconciliation reconciliation;
  @Autowired Trial trial;
  @Autowired TrialSubjects subjects;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldListSubjectsWithoutARootAndRootsWithoutASubject() {
    // given one that fits, one that has no instance, and one that nobody expects
    UUID fits = trial.start();
    UUID rootless = UUID.randomUUID();
    UUID orphan = trial.start();
    trial.awaitTask(fits);
    trial.awaitTask(orphan);
    subjects.expect(fits, clock.instant().minus(Duration.ofHours(1)));
    subjects.expect(rootless, clock.instant().minus(Duration.ofHours(1)));

    // when
    Reconciliation.Report report = reconciliation.report();

    // then
    assertThat(report.clean()).isFalse();
    assertThat(report.subjectsWithoutRoot()).contains(rootless).doesNotContain(fits);
    assertThat(report.rootsWithoutSubject()).contains(root(orphan)).doesNotContain(root(fits));
  }

  private long root(UUID subject) {
    return jdbc.sql("select root_key from engine.process_root where subject = :s")
        .param("s", subject)
        .query(Long.class)
        .single();
  }
}
