package org.porchlight.engine.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the application reaches the process engine and its record feed.
 *
 * @param grpcAddress of the Camunda gateway; without it nothing is sent, deployed or worked on, and
 *     commands wait
 * @param restAddress of the same gateway's REST API
 * @param topic of the exporter
 * @param topicPartitions when the application creates the topic; one keeps all records in order
 * @param topicRetention when the application creates the topic
 * @param jobTimeout how long the engine waits for a worker before it gives the job to another; very
 *     long in tests that move the clock
 * @param jobRetryBackoff before a failed job is tried again
 * @param jobThreads how many jobs are worked on at once
 * @param requestTimeout of one command to the engine
 * @param commandBackoff first pause after the engine was away or pushed back; doubles, with jitter
 * @param commandMaxBackoff longest such pause
 * @param pollInterval how often the outbox is looked through when nothing woke it
 * @param bundle patterns of the resources that are deployed as one bundle
 */
@Validated
@ConfigurationProperties("porchlight.engine")
public record EngineProperties(
    @Nullable URI grpcAddress,
    @Nullable URI restAddress,
    @NotEmpty @DefaultValue("engine.records") String topic,
    @Min(1) @DefaultValue("1") int topicPartitions,
    @NotNull @DefaultValue("400d") Duration topicRetention,
    @NotNull @DefaultValue("5m") Duration jobTimeout,
    @NotNull @DefaultValue("10s") Duration jobRetryBackoff,
    @Min(1) @Max(64) @DefaultValue("8") int jobThreads,
    @NotNull @DefaultValue("20s") Duration requestTimeout,
    @NotNull @DefaultValue("200ms") Duration commandBackoff,
    @NotNull @DefaultValue("10s") Duration commandMaxBackoff,
    @NotNull @DefaultValue("500ms") Duration pollInterval,
    @NotEmpty
        @DefaultValue({
          "classpath*:bpmn/*.bpmn",
          "classpath*:bpmn/*.dmn",
          "classpath*:forms/*.form"
        })
        List<String> bundle) {

  /** Whether an engine is configured at all. */
  public boolean connected() {
    return grpcAddress != null && restAddress != null;
  }
}
