package org.porchlight.messaging.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.messaging.TextSecrets;
import org.porchlight.shared.PhoneNumber;

class SecretTextTest {

  private static final String SECRET = "aB3-_".repeat(9).substring(2);

  private final Carrier.Text marked =
      new Carrier.Text(
          UUID.randomUUID(),
          new PhoneNumber("+18605550142"),
          "Answer (soon): https://x.example/" + TextSecrets.MARK + " Reply STOP.",
          Duration.ZERO);

  @Test
  void shouldPutTheSecretInThePlaceOfItsMark() {
    assertThat(marked.with(SECRET).body())
        .isEqualTo("Answer (soon): https://x.example/" + SECRET + " Reply STOP.");
    assertThat(SECRET).hasSameSizeAs(TextSecrets.MARK);
  }

  @Test
  void shouldKnowItsWordsWhateverTheSecret() {
    assertThat(marked.says(marked.with(SECRET).body())).isTrue();
    assertThat(marked.says(marked.body().replace(TextSecrets.MARK, "short"))).isFalse();
    assertThat(marked.says("Answer soon")).isFalse();
    assertThat(marked.says(null)).isFalse();
  }

  @Test
  void shouldKnowWordsWithoutSecretsAsTheyAre() {
    Carrier.Text plain =
        new Carrier.Text(marked.attempt(), marked.to(), "1 yes? (2) no.", Duration.ZERO);

    assertThat(plain.says("1 yes? (2) no.")).isTrue();
    assertThat(plain.says("1 yes! (2) no.")).isFalse();
  }
}
