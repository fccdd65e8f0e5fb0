package org.porchlight.engine;

/**
 * What the rest of Porchlight may tell the process engine. Every call writes a row of {@code
 * engine.command} in the caller's transaction and returns at once; the row is sent after the commit
 * and its outcome comes back through the record feed. A caller never waits for the engine and works
 * on while the engine is away.
 */
public interface ProcessEngine {

  /**
   * Sends a message once; a second call with the same {@link ProcessMessage#messageId()} does
   * nothing. Starts a process where the message is a start event's.
   */
  void publish(ProcessMessage message);

  /** Cancels a root instance, for reconciliation. */
  void cancel(long rootInstanceKey, java.util.UUID subject);
}
