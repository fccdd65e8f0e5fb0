package org.porchlight.engine.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.deploy.Deployments;
import org.porchlight.engine.internal.BackgroundLoop;
import org.porchlight.engine.internal.EngineProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends queued commands, from every replica. One per subject at a time, and none before this
 * version's bundle is deployed. How many at once adapts: one more after each good round, half after
 * the engine pushed back; a command that could not be sent waits with exponential back-off and
 * jitter.
 */
@Component
class CommandSender implements SmartLifecycle {

  private static final int MOST_AT_ONCE = 64;
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(10);

  private final ObjectProvider<EngineGateway> gateway;
  private final CommandStore commands;
  private final CommandOutcomes outcomes;
  private final Deployments deployments;
  private final OutboxSignal signal;
  private final EngineProperties properties;
  private int atOnce = 8;
  private @Nullable BackgroundLoop loop;

  CommandSender(
      ObjectProvider<EngineGateway> gateway,
      CommandStore commands,
      CommandOutcomes outcomes,
      Deployments deployments,
      OutboxSignal signal,
      EngineProperties properties) {
    this.gateway = gateway;
    this.commands = commands;
    this.outcomes = outcomes;
    this.deployments = deployments;
    this.signal = signal;
    this.properties = properties;
  }

  @Override
  public void start() {
    EngineGateway wire = gateway.getIfAvailable();
    if (wire != null) {
      loop =
          BackgroundLoop.start(
              "engine-commands", () -> round(wire), properties.commandMaxBackoff());
    }
  }

  private void round(EngineGateway wire) throws InterruptedException {
    if (!deployments.confirmed() || sendDue(wire) == 0) {
      signal.await(properties.pollInterval());
    }
  }

  /** Sends what is due and waits for the answers; returns how many it tried. */
  int sendDue(EngineGateway wire) {
    Duration lease = properties.requestTimeout().plus(LEASE_MARGIN);
    List<Command> taken = commands.take(atOnce, lease);
    List<CompletableFuture<Boolean>> answers =
        taken.stream()
            .map(
                command ->
                    wire.send(command)
                        .thenApply(reply -> settle(command, reply))
                        .toCompletableFuture())
            .toList();
    boolean good =
        answers.stream().map(CompletableFuture::join).toList().stream().allMatch(ok -> ok);
    if (!taken.isEmpty()) {
      atOnce = good ? Math.min(atOnce + 1, MOST_AT_ONCE) : Math.max(atOnce / 2, 1);
    }
    return taken.size();
  }

  /** False where the engine is away or pushed back. */
  private boolean settle(Command command, EngineGateway.Reply reply) {
    switch (reply) {
      case EngineGateway.Reply.Accepted() -> commands.sent(command.id(), "");
      case EngineGateway.Reply.FeedDecides(String code) -> commands.sent(command.id(), code);
      case EngineGateway.Reply.Refused(String code) -> outcomes.refused(command.id(), code);
      case EngineGateway.Reply.Later(String code) -> {
        commands.postpone(command.id(), code, pause(command.attempts()));
        return false;
      }
    }
    return true;
  }

  /** Between half and all of the doubled pause, so that waiting commands do not come at once. */
  Duration pause(int attempts) {
    long full = properties.commandBackoff().toMillis() << Math.min(attempts - 1, 16);
    long capped = Math.min(full, properties.commandMaxBackoff().toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(capped / 2, capped + 1));
  }

  @Override
  public void stop() {
    if (loop != null) {
      loop.close();
      loop = null;
    }
  }

  @Override
  public boolean isRunning() {
    return loop != null;
  }
}
