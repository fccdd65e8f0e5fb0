package org.porchlight.embedded.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;

/**
 * The process engine: the official Camunda 8.6 distribution with our exporter, on the application's
 * own Java.
 */
public final class BrokerPart implements Part {

  /**
   * Where it listens, always on 127.0.0.1.
   *
   * @param grpc commands and jobs
   * @param rest user-task commands
   * @param management health and, in tests, the clock
   */
  public record Ports(int grpc, int rest, int management, int command, int internal) {}

  /**
   * What to run.
   *
   * @param distribution the archive {@code camunda-zeebe-8.6.0.tar.gz}
   * @param exporterJar our exporter with its Kafka client
   * @param controlledClock tests and the demonstration may move the engine's time
   * @param partitions fixed by the first start with a data folder
   */
  public record Program(
      Path distribution, Path exporterJar, String kafka, boolean controlledClock, int partitions) {}

  private static final String EXPORTER = "org.porchlight.exporter.RecordExporter";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final DataFolder folder;
  private final Path cache;
  private final Ports ports;
  private final Program program;

  public BrokerPart(DataFolder folder, Path cache, Ports ports, Program program) {
    this.folder = folder;
    this.cache = cache;
    this.ports = ports;
    this.program = program;
  }

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public String title() {
    return "The Camunda broker";
  }

  @Override
  public Map<String, Integer> ports() {
    String prefix = "porchlight.embedded.broker-";
    return Map.of(
        prefix + "grpc-port", ports.grpc(),
        prefix + "rest-port", ports.rest(),
        prefix + "management-port", ports.management(),
        prefix + "command-port", ports.command(),
        prefix + "internal-port", ports.internal());
  }

  public URI grpcAddress() {
    return local(ports.grpc());
  }

  public URI restAddress() {
    return local(ports.rest());
  }

  public URI managementAddress() {
    return local(ports.management());
  }

  @Override
  public void prepare() {
    require(program.distribution(), "The Camunda distribution");
    require(program.exporterJar(), "The exporter's jar");
    requireExporter();
    programs();
  }

  @Override
  public String marker() {
    return "-Dporchlight.part=" + name() + "@" + folder.root();
  }

  @Override
  public ProcessBuilder command() {
    Path home = folder.resolve("broker");
    List<String> command =
        List.of(
            Commands.java(),
            marker(),
            "-Dapp.home=" + home, // its log files
            "-Xms128m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-classpath",
            programs().resolve("config") + ":" + programs().resolve("lib") + "/*",
            "io.camunda.application.StandaloneBroker");
    ProcessBuilder builder = Commands.server(folder.log(name()), command);
    builder.environment().putAll(settings(home));
    return builder;
  }

  @Override
  public boolean ready() {
    HttpRequest request =
        HttpRequest.newBuilder(managementAddress().resolve("/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException e) {
      return false; // not yet: asked again until it does or the process ends
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Map<String, String> settings(Path home) {
    String local = "127.0.0.1";
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("SPRING_PROFILES_ACTIVE", "broker");
    settings.put("SERVER_ADDRESS", local);
    settings.put("SERVER_PORT", Integer.toString(ports.rest()));
    settings.put("MANAGEMENT_SERVER_ADDRESS", local);
    settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management()));
    settings.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", local);
    settings.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(ports.grpc()));
    settings.put("ZEEBE_BROKER_NETWORK_HOST", local);
    settings.put("ZEEBE_BROKER_NETWORK_ADVERTISEDHOST", local);
    settings.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(ports.command()));
    settings.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(ports.internal()));
    settings.put("ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS", local + ":" + ports.internal());
    settings.put("ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT", Integer.toString(program.partitions()));
    settings.put("ZEEBE_BROKER_DATA_DIRECTORY", home.resolve("data").toString());
    settings.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
    settings.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "1GB");
    settings.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "512MB");
    settings.put("ZEEBE_BROKER_THREADS_CPUTHREADCOUNT", "1");
    settings.put("ZEEBE_BROKER_THREADS_IOTHREADCOUNT", "1");
    settings.put("ZEEBE_LOG_APPENDER", "RollingFile");
    settings.put("ZEEBE_LOG_LEVEL", "warn");
    settings.put("ATOMIX_LOG_LEVEL", "warn");
    settings.put("ZEEBE_CLOCK_CONTROLLED", Boolean.toString(program.controlledClock()));
    String exporter = "ZEEBE_BROKER_EXPORTERS_PORCHLIGHT_";
    settings.put(exporter + "CLASSNAME", EXPORTER);
    settings.put(exporter + "JARPATH", program.exporterJar().toAbsolutePath().toString());
    settings.put(exporter + "ARGS_BOOTSTRAPSERVERS", program.kafka());
    settings.put(exporter + "ARGS_TOPIC", "engine.records");
    return settings;
  }

  private Path programs() {
    Path archive = program.distribution();
    String name = archive.getFileName().toString().replaceAll("\\.tar\\.gz$", "");
    Path unpacked =
        new Archive(cache, name, () -> new GZIPInputStream(Files.newInputStream(archive), 1 << 16))
            .unpacked();
    return unpacked.resolve(name);
  }

  /** Without it the engine would run, and nobody would ever hear of a task. */
  private void requireExporter() {
    boolean found;
    try (JarFile jar = new JarFile(program.exporterJar().toFile())) {
      found = jar.getEntry(EXPORTER.replace('.', '/') + ".class") != null;
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + program.exporterJar(), e);
    }
    if (!found) {
      throw new StartRefused(
          "The jar " + program.exporterJar() + " does not hold the exporter " + EXPORTER + ".",
          "Build it again with mvn -Dquick process-classes.");
    }
  }

  private static void require(Path file, String what) {
    if (!Files.isReadable(file)) {
      throw new StartRefused(
          what + " is not at " + file + ".",
          "Start with mvn spring-boot:run, which fetches and builds it, or name it with -Dporchlight.embedded.broker-distribution=<tar.gz>"
              + " and -Dporchlight.embedded.exporter-jar=<jar>.");
    }
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
