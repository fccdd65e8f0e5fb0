package org.porchlight.referrals.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.porchlight.referrals.record.ReferralStatus.ACCEPTED;
import static org.porchlight.referrals.record.ReferralStatus.CANCELLED;
import static org.porchlight.referrals.record.ReferralStatus.COMPLETED;
import static org.porchlight.referrals.record.ReferralStatus.CONSENT_PENDING;
import static org.porchlight.referrals.record.ReferralStatus.DRAFT;
import static org.porchlight.referrals.record.ReferralStatus.IN_PROGRESS;
import static org.porchlight.referrals.record.ReferralStatus.ON_HOLD;
import static org.porchlight.referrals.record.ReferralStatus.REJECTED;
import static org.porchlight.referrals.record.ReferralStatus.REQUESTED;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferralStatusTest {

  @Test
  void shouldShareNothingBeforeSomebodySigned() {
    assertThat(next(CONSENT_PENDING)).containsExactly(DRAFT, CANCELLED);
    assertThat(next(DRAFT)).contains(REQUESTED, CANCELLED).doesNotContain(ACCEPTED, IN_PROGRESS);
  }

  @Test
  void shouldLetThePartnerSayAnythingUntilItHasEnded() {
    for (ReferralStatus status : List.of(REQUESTED, ON_HOLD)) {
      assertThat(PartnerAnswer.values())
          .filteredOn(answer -> answer != PartnerAnswer.WAIT_LISTED)
          .allMatch(answer -> status.mayBecome(answer.status()));
    }
    assertThat(REQUESTED.mayBecome(ON_HOLD)).isTrue();
    assertThat(next(IN_PROGRESS)).contains(IN_PROGRESS, ON_HOLD, COMPLETED, REJECTED);
    assertThat(ACCEPTED.mayBecome(REQUESTED)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(ReferralStatus.class)
  void shouldNotLeaveAnEndNorStayWithoutOne(ReferralStatus status) {
    assertThat(next(status).isEmpty()).isEqualTo(status.ended());
    assertThat(status.ended() || status.mayBecome(CANCELLED)).isTrue();
  }

  private static List<ReferralStatus> next(ReferralStatus status) {
    return Arrays.stream(ReferralStatus.values()).filter(status::mayBecome).toList();
  }
}
