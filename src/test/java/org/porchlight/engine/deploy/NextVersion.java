package org.porchlight.engine.deploy;

import io.camunda.client.CamundaClient;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.porchlight.engine.internal.EngineProperties;
import org.springframework.stereotype.Component;

/** Deploys changed processes beside those that run, as a new version of the application does. */
@Component
public class NextVersion {

  private final CamundaClient engine;
  private final DeployBundle deploy;
  private final EngineProperties properties;

  NextVersion(CamundaClient engine, DeployBundle deploy, EngineProperties properties) {
    this.engine = engine;
    this.deploy = deploy;
    this.properties = properties;
  }

  /**
   * @param change of each model's XML
   */
  public void deploy(UnaryOperator<String> change) {
    SortedMap<String, byte[]> changed = new TreeMap<>(Bundle.read(properties.bundle()).resources());
    changed.replaceAll(
        (name, bytes) ->
            name.endsWith(".bpmn")
                ? change
                    .apply(new String(bytes, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
    deploy.deploy(engine, new Bundle(changed));
  }

  /** What the other tests are about is the newest again. */
  public void restore() {
    deploy.deploy(engine, Bundle.read(properties.bundle()));
  }
}
