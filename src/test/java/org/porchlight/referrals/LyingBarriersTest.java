package org.porchlight.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.BarrierCode;
import org.porchlight.cases.Barriers;
import org.porchlight.engine.Reconciliation;
import org.porchlight.referrals.ReferralFixture.Begun;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class LyingBarriersTest {

  @Autowired private Reconciliation reconciliation;
  @Autowired private ReferralFixture fixture;
  @Autowired private Barriers barriers;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void shouldReportABarrierThatIsOverdueAndThatNobodyAboveHas() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);
    assertThat(reconciliation.report().leftLying()).doesNotContain(begun.barrier());
    Instant due = barriers.find(begun.barrier()).orElseThrow().due();

    fallsDue(begun, clock.instant().minus(Duration.ofMinutes(2)));

    assertThat(reconciliation.report().leftLying()).contains(begun.barrier());
    assertThat(reconciliation.report().clean()).isFalse();
    fallsDue(begun, due);
    assertThat(reconciliation.report().leftLying()).doesNotContain(begun.barrier());
  }

  @Test
  void shouldReportABarrierWithoutAProcess() {
    Begun begun = fixture.begin(BarrierCode.B_FOOD);

    jdbc.sql("update referrals.help set process_ended_at = now() where barrier_id = ?")
        .param(begun.barrier())
        .update();

    assertThat(reconciliation.report().leftLying()).contains(begun.barrier());
    jdbc.sql("update referrals.help set process_ended_at = null where barrier_id = ?")
        .param(begun.barrier())
        .update();
  }

  private void fallsDue(Begun begun, Instant at) {
    jdbc.sql("update cases.barrier set due_at = ? where id = ?")
        .params(Timestamp.from(at), begun.barrier())
        .update();
  }
}
