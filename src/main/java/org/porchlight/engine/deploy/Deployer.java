package org.porchlight.engine.deploy;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.porchlight.engine.internal.BackgroundLoop;
import org.porchlight.engine.internal.EngineProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Deploys the bundle of this version, in the background and until it works: the engine may start
 * after us.
 */
@Component
class Deployer implements SmartLifecycle {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

  private final ObjectProvider<CamundaClient> client;
  private final Deployments deployments;
  private final DeployBundle deployBundle;
  private final EngineProperties properties;
  private final CountDownLatch never = new CountDownLatch(1);
  private @Nullable BackgroundLoop loop;

  Deployer(
      ObjectProvider<CamundaClient> client,
      Deployments deployments,
      DeployBundle deployBundle,
      EngineProperties properties) {
    this.client = client;
    this.deployments = deployments;
    this.deployBundle = deployBundle;
    this.properties = properties;
  }

  @Override
  public void start() {
    CamundaClient engine = client.getIfAvailable();
    if (engine == null) {
      return;
    }
    Bundle bundle = Bundle.read(properties.bundle());
    loop =
        BackgroundLoop.start(
            "engine-deployer",
            () -> {
              deployBundle.deploy(engine, bundle);
              deployments.confirm();
              never.await();
            },
            LONGEST_PAUSE);
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
