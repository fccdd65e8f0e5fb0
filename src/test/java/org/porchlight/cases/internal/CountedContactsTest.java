package org.porchlight.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.FamilyContacts.Count;

class CountedContactsTest {

  private static final Instant FIRST = Instant.parse("2026-10-01T14:00:00Z");

  @Test
  void shouldLeaveRoomBelowTheBudget() {
    assertThat(CountedContacts.count(List.of(FIRST), 2)).isEqualTo(new Count(1, 2, null));
  }

  @Test
  void shouldHaveRoomAgainThirtyDaysAfterTheOldestThatIsInTheWay() {
    Instant second = FIRST.plus(Duration.ofDays(3));
    Instant third = FIRST.plus(Duration.ofDays(5));

    assertThat(CountedContacts.count(List.of(second, FIRST), 2).roomFrom())
        .isEqualTo(FIRST.plus(Duration.ofDays(30)));
    assertThat(CountedContacts.count(List.of(third, second, FIRST), 2).roomFrom())
        .isEqualTo(second.plus(Duration.ofDays(30)));
  }
}
