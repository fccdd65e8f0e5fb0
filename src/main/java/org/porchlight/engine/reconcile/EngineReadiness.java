package org.porchlight.engine.reconcile;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.PartitionBrokerHealth;
import java.time.Duration;
import org.porchlight.engine.deploy.Deployments;
import org.porchlight.engine.feed.FeedProgress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the tables say what the engine knows now. */
@Component
public class EngineReadiness {

  private static final Duration STEP = Duration.ofSeconds(1);

  /** The engine tells Kafka a little after it answers. */
  private static final int QUIET_STEPS = 5;

  private final ObjectProvider<CamundaClient> client;
  private final Deployments deployments;
  private final FeedProgress feed;
  private final JdbcClient jdbc;

  EngineReadiness(
      ObjectProvider<CamundaClient> client,
      Deployments deployments,
      FeedProgress feed,
      JdbcClient jdbc) {
    this.client = client;
    this.deployments = deployments;
    this.feed = feed;
    this.jdbc = jdbc;
  }

  /** True as soon as all is read and nothing new came for a while; false after the given time. */
  public boolean await(Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    int quiet = 0;
    while (quiet < QUIET_STEPS && System.nanoTime() < until) {
      quiet = settled() ? quiet + 1 : 0;
      try {
        Thread.sleep(STEP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return quiet == QUIET_STEPS;
  }

  private boolean settled() {
    CamundaClient engine = client.getIfAvailable();
    try {
      return engine != null
          && engine.newTopologyRequest().send().join().getBrokers().stream()
              .flatMap(broker -> broker.getPartitions().stream())
              .anyMatch(partition -> partition.getHealth() == PartitionBrokerHealth.HEALTHY)
          && deployments.confirmed()
          && feed.lag() == 0
          && nothingToTell();
    } catch (ClientException e) {
      return false; // not yet: asked again
    }
  }

  /** What was tried and failed does not count: it is in the report. */
  private boolean nothingToTell() {
    return jdbc.sql(
            "select not exists (select from engine.command where state = 'PENDING' and attempts < 2)")
        .query(Boolean.class)
        .single();
  }
}
