package org.porchlight.messaging.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.Correspondence.Person;
import org.porchlight.messaging.Messages;
import org.porchlight.messaging.outbox.Outbox;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A case that ends takes its texts back, those in the sender's hands too. */
@PorchlightTest
class WithdrawalsTest {

  private static final Duration LATER = Duration.ofHours(1);

  @Autowired Correspondence correspondence;
  @Autowired Messages messages;
  @Autowired Outbox outbox;
  @Autowired SendPath path;
  @Autowired TestClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @Test
  void shouldNotWaitForATextThatTheSenderHoldsAndYetTakeItBack() {
    correspondence.openWindow();
    Person family = correspondence.guardian("es");
    UUID[] held = new UUID[1];
    transaction.executeWithoutResult(status -> held[0] = waiting(family, "test.withdrawn"));
    transaction.executeWithoutResult(
        status -> {
          outbox.lockWaiting(held[0]).orElseThrow();
          withdrawElsewhere(family, Set.of());
          outbox.hold(held[0], clock.instant().plus(LATER), "outside-window");
        });
    assertThat(state(held[0])).isEqualTo("WAITING");

    path.claim(held[0]);

    assertThat(state(held[0])).isEqualTo("SKIPPED withdrawn");
  }

  @Test
  void shouldTakeBackWhatWaitsExceptWhatItSays() {
    correspondence.openWindow();
    Person family = correspondence.guardian("es");
    UUID[] ids = new UUID[2];
    transaction.executeWithoutResult(
        status -> {
          ids[0] = waiting(family, "test.first");
          ids[1] = waiting(family, "test.kept");
        });

    withdrawElsewhere(family, Set.of("test.kept"));

    assertThat(state(ids[0])).isEqualTo("SKIPPED withdrawn");
    assertThat(state(ids[1])).startsWith("WAITING");
    path.claim(ids[1]);
    assertThat(state(ids[1])).isNotEqualTo("SKIPPED withdrawn");
  }

  private UUID waiting(Person family, String purpose) {
    UUID id = correspondence.invite(family, purpose, "1");
    outbox.hold(id, clock.instant().plus(LATER), "outside-window");
    return id;
  }

  private void withdrawElsewhere(Person family, Set<String> except) {
    CompletableFuture.runAsync(() -> messages.withdraw(family.caseId(), except))
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  private String state(UUID id) {
    return jdbc.sql("select concat_ws(' ', state, reason) from messaging.intent where id = ?")
        .param(id)
        .query(String.class)
        .single()
        .replace("WAITING outside-window", "WAITING");
  }
}
