package org.porchlight.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.cases.SchoolMeetings.Meeting;
import org.porchlight.cases.SchoolMeetings.State;
import org.porchlight.cases.SchoolMeetings.Wanted;
import org.porchlight.cases.TestCases.Opened;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An interpreter for a meeting at school is asked for, booked by a coordinator, and there. */
@PorchlightTest
class SchoolMeetingsTest {

  @Autowired TestCases testCases;
  @Autowired CaseWalk walk;
  @Autowired Cases cases;
  @Autowired CaseHistory history;
  @Autowired SchoolMeetings meetings;
  @Autowired Clock clock;

  @Test
  void shouldGiveTheCoordinatorsOneTaskToBookIt() {
    // given
    Opened about = testCases.open();
    UUID id = UUID.randomUUID();

    // when
    ask(about, id, clock.instant().plus(Duration.ofDays(9)));
    ask(about, id, clock.instant().plus(Duration.ofDays(9)));

    // then
    walk.complete(about, "userTask_CallBack", Map.of("outcome", "ARRANGED"));
    meetings.now(about.id(), id, State.BOOKED, about.coordinator().id(), clock.instant());
    meetings.now(about.id(), id, State.BOOKED, about.coordinator().id(), clock.instant());
    assertThat(meetings.of(about.id())).extracting(Meeting::state).containsExactly(State.BOOKED);
    assertThat(history.timeline(about.id()))
        .extracting(CaseHistory.Entry::kind)
        .containsOnlyOnce("cases.interpreter.ASKED", "cases.interpreter.BOOKED");

    // and what was called off is not shown any more
    meetings.now(about.id(), id, State.CALLED_OFF, about.coordinator().id(), clock.instant());
    assertThat(meetings.of(about.id())).isEmpty();
    walk.leave(about);
  }

  @Test
  void shouldRefuseWhatCannotBeBooked() {
    Opened about = testCases.open();
    Opened other = testCases.open();
    UUID id = UUID.randomUUID();
    ask(about, id, clock.instant().plus(Duration.ofDays(9)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ask(about, UUID.randomUUID(), clock.instant().minusSeconds(1)));
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(
            () ->
                meetings.now(
                    other.id(), id, State.HELD, about.coordinator().id(), clock.instant()));
    walk.leave(about);
    walk.leave(other);
    assertThatIllegalStateException()
        .isThrownBy(() -> ask(about, UUID.randomUUID(), clock.instant().plus(Duration.ofDays(9))));
  }

  private void ask(Opened about, UUID id, Instant startsAt) {
    meetings.ask(
        about.id(),
        new Wanted("es", startsAt, "Room 12", "Luz meets the nurse"),
        id,
        about.coordinator().id(),
        clock.instant());
  }
}
