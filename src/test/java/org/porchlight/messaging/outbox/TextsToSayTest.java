package org.porchlight.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.Correspondence.Person;
import org.porchlight.messaging.SpokenTexts;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Texts that somebody says on the phone. */
@PorchlightTest
class TextsToSayTest {

  private static final Map<String, Object> WHO_AND_WHEN =
      Map.of("when", Instant.parse("2027-01-15T21:30:00Z"), "name1", "Ana", "name2", "Jo");

  @Autowired private Correspondence correspondence;
  @Autowired private SpokenTexts spoken;

  @Test
  void shouldSayATextThatWasAskedForInTheLanguageThatIsSpoken() {
    Person person = correspondence.guardian("es");
    UUID text =
        correspondence.request(
            person,
            "visits.visitReminder",
            UUID.randomUUID().toString(),
            "visits.visitReminder",
            WHO_AND_WHEN,
            Duration.ofDays(1));

    assertThat(spoken.in(text, "en").orElseThrow().text())
        .contains("Ana and Jo look forward to seeing you on Friday, January 15")
        .contains("4:30");
    assertThat(spoken.in(text, "pt").orElseThrow().text()).contains("Ana", "Jo", "16:30");
    assertThat(spoken.in(text, "ar").orElseThrow().rightToLeft()).isTrue();
    assertThat(spoken.in(text, "so")).isEmpty();
  }

  @Test
  void shouldKeepATextThatCouldNotEvenBeAskedFor() {
    Person person = correspondence.guardian("so");
    UUID text = UUID.randomUUID();

    spoken.keep(text, person.district(), "visits.visitOff", WHO_AND_WHEN);
    spoken.keep(text, person.district(), "visits.visitReminder", WHO_AND_WHEN);

    assertThat(spoken.in(text, "en").orElseThrow().text())
        .contains("Ana and Jo will not come on Friday, January 15");
    assertThat(spoken.in(UUID.randomUUID(), "en")).isEmpty();
  }
}
