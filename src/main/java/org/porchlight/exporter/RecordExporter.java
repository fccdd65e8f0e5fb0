package org.porchlight.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Writes chosen fields of chosen records to Kafka ({@link AllowedFields}). A position is
 * acknowledged to the broker only after Kafka has confirmed it and everything before it, so no
 * record is lost whatever crashes; records may come twice, always in order.
 *
 * <p>While Kafka is away the broker works on: up to {@link DeliveryQueue#LIMIT} records wait in
 * memory, further ones stay in the broker's log, which asks again with back-off.
 *
 * <p>Arguments: {@code bootstrapServers} (required) and {@code topic} (default {@code
 * engine.records}).
 */
public class RecordExporter implements Exporter {

  private static final Duration PATROL = Duration.ofSeconds(1);

  /** Kafka confirms on its own; the sooner the broker hears of it, the less comes twice. */
  private static final Duration ACKNOWLEDGE = Duration.ofMillis(100);

  private @Nullable Logger log;
  private @Nullable Controller controller;
  private @Nullable ExporterSettings settings;
  private @Nullable DeliveryQueue queue;
  private @Nullable KafkaDelivery delivery;

  @Override
  public void configure(Context context) {
    log = context.getLogger();
    settings = ExporterSettings.of(context.getConfiguration().getArguments());
    context.setFilter(new AllowedFields.Filter());
  }

  @Override
  public void open(Controller controller) {
    this.controller = controller;
    queue = new DeliveryQueue();
    delivery = new KafkaDelivery(settings, queue, log);
    delivery.patrol();
    patrolAgain();
    acknowledgeAgain();
  }

  /** Throws while no more records can be kept: the broker then asks again, with back-off. */
  @Override
  public void export(Record<?> record) {
    if (queue.full()) {
      throw new KafkaAway();
    }
    AllowedFields.write(record)
        .ifPresentOrElse(
            json -> queue.add(record.getPosition(), AllowedFields.instanceOf(record), json),
            () -> queue.skip(record.getPosition()));
    delivery.handOver();
    acknowledge();
  }

  private void patrol() {
    delivery.patrol();
    patrolAgain();
  }

  private void patrolAgain() {
    controller.scheduleCancellableTask(PATROL, this::patrol);
  }

  private void acknowledgeAgain() {
    acknowledge();
    controller.scheduleCancellableTask(ACKNOWLEDGE, this::acknowledgeAgain);
  }

  private void acknowledge() {
    long position = queue.takeConfirmed();
    if (position > 0) {
      controller.updateLastExportedRecordPosition(position);
    }
  }

  @Override
  public void close() {
    if (delivery != null) {
      delivery.close();
      acknowledge();
    }
  }
}
