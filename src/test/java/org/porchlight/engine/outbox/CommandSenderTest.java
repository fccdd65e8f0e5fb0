package org.porchlight.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.engine.CommandFailed;
import org.porchlight.engine.ProcessMessage;
import org.porchlight.engine.internal.EngineProperties;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sender against an engine that is away, pushes back, refuses or has lost its answers. */
class CommandSenderTest {

  private static EmbeddedPostgres postgres;
  private static JdbcClient jdbc;

  private final List<CommandFailed> failures = new ArrayList<>();
  private final List<Command> received = new ArrayList<>();
  private final Deque<EngineGateway.Reply> replies = new ArrayDeque<>();
  private CommandStore store;
  private CommandOutcomes outcomes;
  private CommandSender sender;

  @BeforeAll
  static void startPostgres() throws IOException {
    // A database of its own: the application's sender must not see these rows.
    postgres = EmbeddedPostgres.builder().start();
    Flyway.configure()
        .dataSource(postgres.getPostgresDatabase())
        .locations("classpath:db/migration/engine")
        .load()
        .migrate();
    jdbc = JdbcClient.create(postgres.getPostgresDatabase());
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void setUp() {
    jdbc.sql("truncate engine.command, engine.correlation").update();
    store = new CommandStore(jdbc, Clock.systemUTC());
    outcomes = new CommandOutcomes(jdbc, store, event -> failures.add((CommandFailed) event));
    sender =
        new CommandSender(
            new StaticListableBeanFactory().getBeanProvider(EngineGateway.class),
            store,
            outcomes,
            null,
            new OutboxSignal(),
            new EngineProperties(
                null,
                null,
                "engine.records",
                1,
                Duration.ofDays(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                1,
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                List.of("none")));
  }

  private CompletionStage<EngineGateway.Reply> answer(Command command) {
    received.add(command);
    EngineGateway.Reply reply = replies.isEmpty() ? new EngineGateway.Reply.Accepted() : replies.pop();
    return CompletableFuture.completedFuture(reply);
  }

  private UUID message(UUID subject, String id) {
    NewCommand command =
        NewCommand.message(
            new ProcessMessage("engine.test", "key", id, Duration.ofDays(1), subject, Map.of()));
    store.add(command);
    return command.id();
  }

  private String state(UUID id) {
    return jdbc.sql("select state from engine.command where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private void due() {
    jdbc.sql("update engine.command set next_attempt_at = clock_timestamp()").update();
  }

  @Test
  void shouldSendOneOfASubjectAtATimeInOrder() {
    UUID subject = UUID.randomUUID();
    UUID first = message(subject, "1");
    UUID second = message(subject, "2");
    UUID other = message(UUID.randomUUID(), "3");

    sender.sendDue(this::answer);

    assertThat(state(first)).isEqualTo("SENT");
    assertThat(state(second)).isEqualTo("PENDING");
    assertThat(state(other)).isEqualTo("SENT");
    sender.sendDue(this::answer);
    assertThat(state(second)).isEqualTo("SENT");
  }

  @Test
  void shouldWaitUnderBackpressureAndKeepTheOrder() {
    // given
    UUID subject = UUID.randomUUID();
    UUID first = message(subject, "1");
    UUID second = message(subject, "2");
    replies.add(new EngineGateway.Reply.Later("RESOURCE_EXHAUSTED"));

    // when
    sender.sendDue(this::answer);

    // then the first waits with its code, and the second behind it
    assertThat(state(first)).isEqualTo("PENDING");
    assertThat(sender.sendDue(this::answer)).isZero();
    assertThat(
            jdbc.sql("select last_error from engine.command where id = :id")
                .param("id", first)
                .query(String.class)
                .single())
        .isEqualTo("RESOURCE_EXHAUSTED");
    due();
    sender.sendDue(this::answer);
    sender.sendDue(this::answer);
    assertThat(state(first)).isEqualTo("SENT");
    assertThat(state(second)).isEqualTo("SENT");
    assertThat(received).extracting(Command::messageId).containsExactly("1", "1", "2");
  }

  @Test
  void shouldBackOffExponentiallyWithJitterUpToALimit() {
    assertThat(sender.pause(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(sender.pause(4)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1600));
    assertThat(sender.pause(500)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  @Test
  void shouldTakeAnActOnceOnly() {
    UUID subject = UUID.randomUUID();
    message(subject, "same");
    message(subject, "same");

    assertThat(jdbc.sql("select count(*) from engine.command").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void shouldTellWhenTheEngineRefusesAndLetTheTaskBeSubmittedAgain() {
    UUID subject = UUID.randomUUID();
    NewCommand first = NewCommand.completion(7, "userTask_X", subject, Map.of(), UUID.randomUUID());
    store.add(first);
    replies.add(new EngineGateway.Reply.Refused("HTTP_400"));

    sender.sendDue(this::answer);

    assertThat(state(first.id())).isEqualTo("REFUSED");
    assertThat(failures)
        .singleElement()
        .extracting(CommandFailed::reason)
        .isEqualTo(CommandFailed.Reason.REFUSED);
    assertThat(
            store.add(
                NewCommand.completion(7, "userTask_X", subject, Map.of(), UUID.randomUUID())))
        .isTrue();
  }

  @Test
  void shouldLetTheFeedDecideAboutATaskThatTheEngineDoesNotKnow() {
    UUID done = completion(1);
    UUID gone = completion(2);
    replies.add(new EngineGateway.Reply.FeedDecides("HTTP_404"));
    replies.add(new EngineGateway.Reply.FeedDecides("HTTP_404"));
    sender.sendDue(this::answer);
    assertThat(state(done)).isEqualTo("SENT");

    outcomes.taskCompleted(1, Instant.now());
    outcomes.taskCancelled(2, Instant.now());

    assertThat(state(done)).isEqualTo("CONFIRMED");
    assertThat(state(gone)).isEqualTo("OVERTAKEN");
    assertThat(failures).singleElement().extracting(CommandFailed::commandId).isEqualTo(gone);
  }

  private UUID completion(long task) {
    NewCommand command =
        NewCommand.completion(
            task, "userTask_X", UUID.randomUUID(), Map.of(), UUID.randomUUID());
    store.add(command);
    return command.id();
  }

  @Test
  void shouldConfirmAMessageWhicheverRecordComesFirst() {
    UUID published = message(UUID.randomUUID(), "a");
    UUID correlated = message(UUID.randomUUID(), "b");

    outcomes.messagePublished("a", 11, Instant.now());
    outcomes.messageCorrelated(11, Instant.now());
    outcomes.messageCorrelated(12, Instant.now());
    outcomes.messagePublished("b", 12, Instant.now());

    assertThat(state(published)).isEqualTo("CONFIRMED");
    assertThat(state(correlated)).isEqualTo("CONFIRMED");
    outcomes.messageExpired(11, Instant.now());
    assertThat(state(published)).isEqualTo("CONFIRMED");
    assertThat(failures).isEmpty();
  }
}
