package org.porchlight.referrals.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.Barrier.End;
import org.porchlight.cases.BarrierCode;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence;
import org.porchlight.referrals.HelpWalk;
import org.porchlight.referrals.HelpWalk.Told;
import org.porchlight.roster.Families;
import org.porchlight.shared.PhoneNumber;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asked and answered by real texts. */
@PorchlightTest
class HelpReceiptsTest {

  @Autowired HelpWalk walk;
  @Autowired Correspondence correspondence;
  @Autowired TestPhones phones;
  @Autowired Families families;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldThankTheFamilyForItsWord() {
    Told told = asked();

    phones.write(phone(told), "sí");

    awaitSent(told, "referrals.heardReceipt");
    walk.awaitEnd(told, End.RESOLVED);
    assertThat(phones.texts(phone(told)).getLast()).endsWith("gracias por contarnos.");
  }

  @Test
  void shouldSayThatSomebodyCallsWhereTheFamilyAsksForIt() {
    Told told = asked();

    phones.write(phone(told), "LLAMAR");

    awaitSent(told, "cases.callComing");
    walk.awaitTask(told, "userTask_AskByPhone");
  }

  private Told asked() {
    correspondence.openWindow();
    Told told = walk.tell(BarrierCode.B_BUS_MISSED);
    walk.act(told, "DONE");
    awaitSent(told, "referrals.didItHelp");
    return told;
  }

  private void awaitSent(Told told, String purpose) {
    await(purpose)
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                jdbc.sql(
                            "select count(*) from messaging.intent"
                                + " where case_id = ? and purpose = ? and state = 'SENT'")
                        .params(told.about().id().value(), purpose)
                        .query(Integer.class)
                        .single()
                    == 1);
  }

  private PhoneNumber phone(Told told) {
    return families
        .find(told.about().family())
        .orElseThrow()
        .contacts()
        .getFirst()
        .textable()
        .orElseThrow();
  }
}
