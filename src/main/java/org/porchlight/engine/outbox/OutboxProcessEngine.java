package org.porchlight.engine.outbox;

import java.time.Duration;
import java.util.UUID;
import org.porchlight.engine.ProcessEngine;
import org.porchlight.engine.ProcessMessage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Queues what others tell the engine. */
@Component
class OutboxProcessEngine implements ProcessEngine {

  /**
   * The engine drops a message of no life before it can say that somebody had waited for it;
   * shorter lives are made this long.
   */
  static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

  private final CommandStore commands;
  private final OutboxSignal signal;

  OutboxProcessEngine(CommandStore commands, OutboxSignal signal) {
    this.commands = commands;
    this.signal = signal;
  }

  @Override
  @Transactional
  public void publish(ProcessMessage message) {
    if (message.timeToLive().compareTo(SHORTEST_LIFE) < 0) {
      publish(
          new ProcessMessage(
              message.name(),
              message.correlationKey(),
              message.messageId(),
              SHORTEST_LIFE,
              message.subject(),
              message.variables()));
    } else if (commands.add(NewCommand.message(message))) {
      signal.wakeAfterCommit();
    }
  }

  @Override
  @Transactional
  public void cancel(long rootInstanceKey, UUID subject) {
    if (commands.add(NewCommand.cancellation(rootInstanceKey, subject))) {
      signal.wakeAfterCommit();
    }
  }
}
