package org.porchlight.messaging.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.porchlight.messaging.ThreadEntry.State;
import org.porchlight.messaging.ThreadEntry.Why;

class ThreadWordsTest {

  @Test
  void shouldSayWhatTheProvidersCodeMeansAndKeepTheCode() {
    assertThat(ThreadWords.why(State.NOT_SENT, "provider-30005")).isEqualTo(Why.BAD_NUMBER);
    assertThat(ThreadWords.why(State.NOT_SENT, "provider-30006")).isEqualTo(Why.NOT_TEXTABLE);
    assertThat(ThreadWords.why(State.NOT_SENT, "provider-99999")).isEqualTo(Why.OTHER);
    assertThat(ThreadWords.carrierCode("provider-30005")).isEqualTo("30005");
    assertThat(ThreadWords.carrierCode("provider-busy")).isNull();
  }

  @Test
  void shouldSayWhyOurOwnRulesHeldATextBack() {
    assertThat(ThreadWords.why(State.NOT_SENT, "expired")).isEqualTo(Why.EXPIRED);
    assertThat(ThreadWords.why(State.NOT_SENT, "withdrawn")).isEqualTo(Why.NOT_WANTED);
    assertThat(ThreadWords.why(State.NOT_SENT, "something-new")).isEqualTo(Why.OTHER);
    assertThat(ThreadWords.why(State.WAITING, "outside-window")).isEqualTo(Why.WINDOW);
    assertThat(ThreadWords.why(State.WAITING, "inbound-first")).isNull();
    assertThat(ThreadWords.why(State.SENT, "outside-window")).isNull();
  }

  @Test
  void shouldTellSentFromDelivered() {
    assertThat(ThreadWords.state("SENT", null)).isEqualTo(State.SENT);
    assertThat(ThreadWords.state("SENT", "read")).isEqualTo(State.DELIVERED);
    assertThat(ThreadWords.state("FAILED", "undelivered")).isEqualTo(State.NOT_SENT);
  }
}
