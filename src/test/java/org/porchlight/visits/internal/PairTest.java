package org.porchlight.visits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.shared.CaseId;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.FamilyId;
import org.porchlight.shared.UserId;

class PairTest {

  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

  private final UserId first = UserId.random();
  private final UserId second = UserId.random();

  @Test
  void shouldBeAcceptedByBothOnly() {
    Pair pair = asked();

    assertThat(pair.answer(first, true, NOW)).isFalse();
    assertThat(pair.state()).isEqualTo(PairState.ASKED);
    assertThat(pair.answer(second, true, NOW)).isTrue();
    assertThat(pair.state()).isEqualTo(PairState.ACCEPTED);
  }

  @Test
  void shouldBeDeclinedByOne() {
    Pair pair = asked();

    assertThat(pair.answer(second, false, NOW)).isTrue();
    assertThat(pair.state()).isEqualTo(PairState.DECLINED);
    assertThat(pair.answer(first, true, NOW)).isFalse();
  }

  @Test
  void shouldCountTheFirstAnswerOfEach() {
    Pair pair = asked();
    pair.answer(first, true, NOW);

    assertThat(pair.answer(first, false, NOW)).isFalse();
    assertThat(pair.answerOf(first)).isTrue();
  }

  @Test
  void shouldGiveWayWhenTheTimeIsUp() {
    Pair silent = asked();
    silent.timeIsUp(NOW);
    Pair late = asked();
    late.answer(first, true, NOW);
    late.answer(second, true, NOW);
    late.timeIsUp(NOW);
    silent.timeIsUp(NOW);

    assertThat(silent.state()).isEqualTo(PairState.SILENT);
    assertThat(late.state()).isEqualTo(PairState.REPLACED);
  }

  @Test
  void shouldNeverComeBack() {
    Pair pair = asked();
    pair.answer(first, false, NOW);

    assertThatIllegalStateException().isThrownBy(() -> pair.ask(NOW, 1));
  }

  private Pair asked() {
    Pair pair =
        new Pair(
            CaseId.random(),
            FamilyId.random(),
            DistrictId.random(),
            first,
            second,
            null,
            UUID.randomUUID(),
            NOW);
    pair.ask(NOW.plusSeconds(86_400), 1);
    return pair;
  }
}
