package org.porchlight.embedded.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** All parts of one installation on one machine. */
public final class EmbeddedParts implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Path NOWHERE = Path.of("(nowhere: the setting is missing)");

  private final DataFolder folder;
  private final PostgresPart postgres;
  private final KafkaPart kafka;
  private final BrokerPart broker;
  private final Supervised postgresProcess;
  private final Supervised kafkaProcess;
  private final Supervised brokerProcess;

  private EmbeddedParts(EmbeddedSettings settings, DataFolder folder, boolean movableTime) {
    this.folder = folder;
    Path cache = settings.cache();
    postgres = new PostgresPart(folder, cache, settings.postgresPort());
    kafka = new KafkaPart(folder, settings.kafkaPort(), settings.kafkaControllerPort());
    broker =
        new BrokerPart(
            folder,
            cache,
            new BrokerPart.Ports(
                settings.brokerGrpcPort(),
                settings.brokerRestPort(),
                settings.brokerManagementPort(),
                settings.brokerCommandPort(),
                settings.brokerInternalPort()),
            new BrokerPart.Program(
                settings.brokerDistribution() == null ? NOWHERE : settings.brokerDistribution(),
                settings.exporterJar() == null ? NOWHERE : settings.exporterJar(),
                kafka.bootstrapServers(),
                movableTime,
                1));
    postgresProcess = new Supervised(postgres, folder);
    kafkaProcess = new Supervised(kafka, folder);
    brokerProcess = new Supervised(broker, folder);
  }

  /**
   * Starts all parts side by side and returns as soon as PostgreSQL answers; the others take longer
   * and are not needed to show a page.
   *
   * @param applicationPort checked too, so that its refusal comes before anything has started; 0
   *     for any
   * @param movableTime the demonstration may move the engine's time
   * @throws StartRefused with nothing left running
   */
  public static EmbeddedParts start(
      EmbeddedSettings settings, Path dataFolder, int applicationPort, boolean movableTime) {
    DataFolder folder = DataFolder.open(dataFolder);
    EmbeddedParts parts = new EmbeddedParts(settings, folder, movableTime);
    try {
      parts.start(settings.minFreeDisk(), applicationPort);
      return parts;
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private void start(DataSize minFreeDisk, int applicationPort) {
    stopOrder().forEach(Supervised::stopLeftOver);
    folder.requireFree(minFreeDisk);
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("server.port", applicationPort);
    stopOrder().forEach(part -> ports.putAll(part.part().ports()));
    ports.forEach(EmbeddedParts::requireFree);

    broker.prepare();
    brokerProcess.start();
    postgres.prepare();
    postgresProcess.start();
    kafka.prepare();
    kafkaProcess.start();
    postgresProcess.awaitReady(PATIENCE);
  }

  public DataFolder folder() {
    return folder;
  }

  /** In the order in which they are stopped: whoever needs another goes first. */
  public List<Supervised> stopOrder() {
    return List.of(brokerProcess, kafkaProcess, postgresProcess);
  }

  /** What the application's configuration says about the parts. */
  public Map<String, Object> addresses() {
    return Map.of(
        "spring.datasource.url", postgres.jdbcUrl(),
        "spring.datasource.username", postgres.username(),
        "spring.datasource.password", postgres.password(),
        "porchlight.kafka.bootstrap-servers", kafka.bootstrapServers(),
        "porchlight.engine.kafka-bootstrap-servers", kafka.bootstrapServers(),
        "porchlight.engine.grpc-address", broker.grpcAddress().toString(),
        "porchlight.engine.rest-address", broker.restAddress().toString(),
        "porchlight.engine.management-address", broker.managementAddress().toString(),
        "porchlight.data-dir", folder.root().toString(),
        "management.endpoint.health.show-components", "always");
  }

  /** Stops the parts one after the other and gives the data folder free. */
  @Override
  public void close() {
    stopOrder().forEach(Supervised::close);
    folder.close();
  }

  private static void requireFree(String setting, int port) {
    if (port == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    } catch (IOException e) {
      throw new StartRefused(
          "Port " + port + " is in use by another program.",
          "Stop that program, or choose another port with --" + setting + "=<port>.",
          e);
    }
  }
}
