package org.porchlight.crash;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.testing.TestServers;
import org.porchlight.testing.Watchdog;

/**
 * The whole application as people run it, a process with parts of its own, on a data folder and
 * ports of its own: something that a test can kill and start again.
 */
final class ApplicationProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private static final List<String> PORTS =
      List.of(
          "server.port",
          "porchlight.embedded.postgres-port",
          "porchlight.embedded.kafka-port",
          "porchlight.embedded.kafka-controller-port",
          "porchlight.embedded.broker-grpc-port",
          "porchlight.embedded.broker-rest-port",
          "porchlight.embedded.broker-management-port",
          "porchlight.embedded.broker-command-port",
          "porchlight.embedded.broker-internal-port");

  private final Path data;
  private final List<Integer> ports;
  private final List<String> arguments;
  private @Nullable Process process;

  ApplicationProcess(Path data, String... arguments) {
    this.data = data.toAbsolutePath();
    this.arguments = List.of(arguments);
    this.ports = PORTS.stream().map(_ -> TestServers.freePort()).toList();
  }

  /** Starts it on the same data folder and ports as before; returns at once. */
  void start() {
    process = launch(log(), List.of());
  }

  /**
   * What {@code --porchlight.reconcile} says of the stopped installation, and its exit code.
   *
   * @param code 0 when all fits
   */
  record Reconciled(int code, String report) {}

  /** Runs the command on the stopped installation. */
  Reconciled reconcile() throws IOException, InterruptedException {
    Path output = data.resolve("reconcile.log");
    Files.deleteIfExists(output);
    Process run = launch(output, List.of("--porchlight.reconcile"));
    if (!run.waitFor(PATIENCE)) {
      run.destroyForcibly();
      throw new IllegalStateException("Reconcile does not end; its log is " + output);
    }
    String report =
        Files.readAllLines(output).stream()
            .dropWhile(line -> !line.startsWith("Reconcile at"))
            .limit(6)
            .collect(Collectors.joining("\n"));
    return new Reconciled(run.exitValue(), report);
  }

  private Process launch(Path output, List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx768m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.add("-Dporchlight.embedded.broker-distribution=" + TestServers.distribution());
    command.add("-Dporchlight.embedded.exporter-jar=" + TestServers.exporterJar());
    command.add("org.porchlight.Porchlight");
    command.add("--porchlight.data-dir=" + data);
    for (int i = 0; i < PORTS.size(); i++) {
      command.add("--" + PORTS.get(i) + "=" + ports.get(i));
    }
    command.addAll(arguments);
    command.addAll(more);
    try {
      Files.createDirectories(data);
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
      builder.environment().put("CLASSPATH", classPath());
      Process started = builder.start();
      Watchdog.endWithThisRun(started.toHandle(), "TERM");
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("Starting the application", e);
    }
  }

  /** Waits until pages are served, the demo district is there and every part answers. */
  void awaitHealthy() {
    await("the application and its parts; its log is " + log())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .failFast(
            "the application ended; its log is " + log(),
            () -> process == null || !process.isAlive())
        .until(
            () -> {
              String health = health();
              return health.contains("\"readinessState\":{\"status\":\"UP\"}")
                  && health.contains(
                      "\"parts\":{\"components\":{\"broker\":{\"status\":\"UP\"},\"kafka\":{\"status\":\"UP\"},\"postgres\":{\"status\":\"UP\"}}");
            });
  }

  /** Waits until the part's process is another one than {@code old}. */
  void awaitReplaced(String part, long old) {
    await(part + " to be started again")
        .atMost(PATIENCE)
        .until(() -> part(part).map(handle -> handle.pid() != old).orElse(false));
  }

  /** As {@code kill -9} does; returns when the process is gone. */
  void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  /** As {@code kill -9} of one part does; returns its pid. */
  long kill(String part) {
    ProcessHandle handle =
        part(part).orElseThrow(() -> new IllegalStateException(part + " does not run"));
    handle.destroyForcibly();
    handle.onExit().join();
    return handle.pid();
  }

  /** The process that serves a part, as the data folder names it. */
  Optional<ProcessHandle> part(String name) {
    Properties entries = new Properties();
    try (Reader in = Files.newBufferedReader(data.resolve("parts").resolve(name + ".properties"))) {
      entries.load(in);
    } catch (IOException e) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(entries.getProperty("pid")))
        .filter(ProcessHandle::isAlive);
  }

  /** As Ctrl-C or {@code kill} do; true when it ended by itself in half a minute. */
  boolean stop() {
    Process current = process;
    if (current == null) {
      return true;
    }
    current.destroy();
    try {
      return current.waitFor(Duration.ofSeconds(60));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    if (!stop()) {
      kill();
    }
    for (String part : List.of("broker", "kafka", "postgres")) {
      part(part).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + ports.getFirst());
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + ports.get(1) + "/postgres";
  }

  String databasePassword() throws IOException {
    return Files.readString(data.resolve("postgres-password")).strip();
  }

  String kafka() {
    return "127.0.0.1:" + ports.get(2);
  }

  Path log() {
    return data.resolve("application.log");
  }

  private String health() throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address().resolve("/actuator/health"))
              .timeout(Duration.ofSeconds(10))
              .build();
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    }
  }

  /** The application's own, without the tests. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
