package org.porchlight.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.Outcome;
import org.porchlight.identification.ProposalAccepted;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;

class CaseTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  private final Case opened =
      new Case(
          CaseId.random(),
          new ProposalAccepted(
              UUID.randomUUID(),
              FamilyId.random(),
              DistrictId.random(),
              null,
              UserId.random(),
              false,
              NOW));

  @Test
  void shouldStartOpenEndAndClose() {
    assertThat(opened.state()).isEqualTo(CaseView.State.STARTING);
    opened.began();
    assertThat(opened.state()).isEqualTo(CaseView.State.OPEN);
    opened.ending(Outcome.CLOSED, "TEAM");
    assertThat(opened.live()).isFalse();
    opened.closed(NOW);
    assertThat(opened.view().closedAt()).isEqualTo(NOW);
  }

  @Test
  void shouldEndBeforeItsProcessHasBegun() {
    opened.ending(Outcome.DECLINED, "TEXT");
    opened.began();
    assertThat(opened.state()).isEqualTo(CaseView.State.ENDING);
  }

  @Test
  void shouldKeepItsFirstEnd() {
    opened.ending(Outcome.DECLINED, "TEXT");
    assertThatThrownBy(() -> opened.ending(Outcome.CLOSED, "TEAM"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(opened.outcome()).isEqualTo(Outcome.DECLINED);
  }

  @Test
  void shouldNotCloseWithoutAnEnd() {
    assertThatThrownBy(() -> opened.closed(NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldBelongToTheDistrictWhereNoStudentHasASchool() {
    assertThat(opened.view().coordinators().text()).startsWith("district:");
  }

  @Test
  void shouldReadPhonesAsPeopleTypeThem() {
    assertThat(DialledPhone.parse("(860) 555-0100"))
        .hasValueSatisfying(phone -> assertThat(phone.e164()).isEqualTo("+18605550100"));
    assertThat(DialledPhone.parse("555-010")).isEmpty();
    assertThat(DialledPhone.parse("no phone")).isEmpty();
  }
}
