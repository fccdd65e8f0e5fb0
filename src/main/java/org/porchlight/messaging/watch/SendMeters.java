package org.porchlight.messaging.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts what becomes of texts, by reason code; nothing about whom. */
@Component
public class SendMeters {

  private final MeterRegistry registry;

  SendMeters(ObjectProvider<MeterRegistry> registry) {
    this.registry = registry.getIfAvailable(SimpleMeterRegistry::new);
  }

  /**
   * @param outcome sent, skipped, failed or unknown
   */
  public void count(String outcome, String reason, int texts) {
    registry.counter("porchlight.texts", "outcome", outcome, "reason", reason).increment(texts);
  }

  /** How long the provider took to answer. */
  public void answered(Duration after) {
    registry.timer("porchlight.texts.call").record(after);
  }
}
