package org.porchlight.embedded.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/**
 * One Kafka broker that is its own controller (KRaft), run from the jars on the application's class
 * path.
 */
public final class KafkaPart implements Part {

  private final DataFolder folder;
  private final int port;
  private final int controllerPort;

  public KafkaPart(DataFolder folder, int port, int controllerPort) {
    this.folder = folder;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public String title() {
    return "Kafka";
  }

  @Override
  public Map<String, Integer> ports() {
    return Map.of(
        "porchlight.embedded.kafka-port",
        port,
        "porchlight.embedded.kafka-controller-port",
        controllerPort);
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void prepare() {
    try {
      Files.createDirectories(folder.resolve("kafka"));
      Files.writeString(settingsFile(), settings());
      if (Files.exists(logs().resolve("meta.properties"))) {
        return;
      }
      List<String> format =
          List.of(
              "format",
              "--standalone",
              "--ignore-formatted",
              "--cluster-id",
              Uuid.randomUuid().toString(),
              "--config",
              settingsFile().toString());
      int code = java("kafka.tools.StorageTool", format, false).start().waitFor();
      if (code != 0) {
        throw new StartRefused(
            "Kafka could not prepare its folder (code " + code + ").",
            "Its own words are in " + folder.log(name()) + ".");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Preparing " + folder.resolve("kafka"), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while preparing Kafka", e);
    }
  }

  @Override
  public String marker() {
    return "-Dporchlight.part=" + name() + "@" + folder.root();
  }

  @Override
  public ProcessBuilder command() {
    return java("kafka.Kafka", List.of(settingsFile().toString()), true);
  }

  /** The listener opens only when the broker has left recovery. */
  @Override
  public boolean ready() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private ProcessBuilder java(String main, List<String> arguments, boolean server) {
    List<String> command = new ArrayList<>();
    command.add(Commands.java());
    command.add(marker());
    command.add("-Dporchlight.part.log=" + folder.log(name()));
    command.add("-Dlogback.configurationFile=embedded/kafka-logback.xml");
    command.addAll(
        List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.add(main);
    command.addAll(arguments);
    Path output = folder.log(name() + "-output");
    ProcessBuilder builder =
        server ? Commands.server(output, command) : Commands.tool(output, command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder;
  }

  private Path logs() {
    return folder.resolve("kafka/logs");
  }

  private Path settingsFile() {
    return folder.resolve("kafka/server.properties");
  }

  private String settings() {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=PLAINTEXT
        log.dirs=%3$s
        num.partitions=1
        # A restored database reads the feed again from where it was: 400 days, as for every topic here.
        log.retention.hours=9600
        log.segment.bytes=16777216
        num.network.threads=2
        num.io.threads=2
        num.recovery.threads.per.data.dir=1
        log.cleaner.dedupe.buffer.size=4194304
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        offsets.topic.segment.bytes=1048576
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        group.initial.rebalance.delay.ms=0
        """
        .formatted(port, controllerPort, logs().toString());
  }
}
