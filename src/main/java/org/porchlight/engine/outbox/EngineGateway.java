package org.porchlight.engine.outbox;

import java.util.concurrent.CompletionStage;

/** The wire to the engine, as the sender sees it. */
interface EngineGateway {

  /** Sends without waiting. Never completes exceptionally: a failure is an answer too. */
  CompletionStage<Reply> send(Command command);

  /** What the engine's answer means for a command. */
  sealed interface Reply {

    /** The engine has it. */
    record Accepted() implements Reply {}

    /**
     * The engine knows no such task, or has the message already: done before, or gone. The record
     * feed tells which.
     */
    record FeedDecides(String code) implements Reply {}

    /** The engine is away or pushes back: the same again later. */
    record Later(String code) implements Reply {}

    /** The engine will never take it. */
    record Refused(String code) implements Reply {}
  }
}
