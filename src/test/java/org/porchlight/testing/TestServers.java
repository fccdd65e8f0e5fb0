package org.porchlight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.porchlight.embedded.parts.BrokerPart;
import org.porchlight.embedded.parts.DataFolder;
import org.porchlight.embedded.parts.EmbeddedSettings;
import org.porchlight.embedded.parts.KafkaPart;
import org.porchlight.embedded.parts.Part;
import org.porchlight.embedded.parts.PostgresPart;
import org.porchlight.embedded.parts.Supervised;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The real servers of a test run, on free ports and with empty data: each starts once, when first
 * asked for, and ends with the JVM. What a killed run left behind is stopped by the next. The
 * broker's clock can be moved; it starts in the background, so that tests which do not need it do
 * not wait for it.
 */
public final class TestServers {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** More than one, so that messages, instances and their feed cross partitions in every test. */
  private static final int PARTITIONS = Integer.getInteger("porchlight.test-partitions", 3);

  private static final Deque<Supervised> running = new ArrayDeque<>();
  private static final Queue<ConfigurableApplicationContext> contexts =
      new ConcurrentLinkedQueue<>();
  private static @Nullable DataFolder folder;
  private static @Nullable PostgresPart postgres;
  private static @Nullable KafkaPart kafka;
  private static @Nullable BrokerPart broker;
  private static @Nullable Supervised brokerProcess;

  private TestServers() {}

  public static synchronized PostgresPart postgres() {
    if (postgres == null) {
      PostgresPart part = new PostgresPart(folder(), cache(), freePort());
      start(part).awaitReady(PATIENCE);
      postgres = part;
    }
    return postgres;
  }

  public static synchronized KafkaPart kafka() {
    if (kafka == null) {
      KafkaPart part = new KafkaPart(folder(), freePort(), freePort());
      start(part).awaitReady(PATIENCE);
      kafka = part;
    }
    return kafka;
  }

  /** The broker with the controlled clock, answering. */
  public static BrokerPart broker() {
    BrokerPart part = startBroker();
    Supervised process = brokerProcess;
    if (process != null) {
      process.awaitReady(PATIENCE);
    }
    return part;
  }

  private static synchronized BrokerPart startBroker() {
    if (broker == null) {
      BrokerPart part =
          new BrokerPart(
              folder(),
              cache(),
              new BrokerPart.Ports(freePort(), freePort(), freePort(), freePort(), freePort()),
              new BrokerPart.Program(
                  distribution(), exporterJar(), kafka().bootstrapServers(), true, PARTITIONS));
      brokerProcess = start(part);
      broker = part;
    }
    return broker;
  }

  /** The Camunda archive that the build has fetched. */
  public static Path distribution() {
    return Path.of(
        System.getProperty(
            "porchlight.embedded.broker-distribution", "missing: run the test with Maven"));
  }

  /** The exporter that the build has made. */
  public static Path exporterJar() {
    return Path.of(
        System.getProperty("porchlight.embedded.exporter-jar", "missing: run the test with Maven"));
  }

  /** Where server programs are unpacked, shared with the application. */
  public static Path cache() {
    return EmbeddedSettings.userCache();
  }

  /** Of the build, {@code target}. */
  public static Path buildFolder() {
    return Path.of(System.getProperty("porchlight.build-dir", "target"));
  }

  /** A port that nobody listens on at this moment. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("Looking for a free port", e);
    }
  }

  /** Where the servers keep their data, for tests that look into it. */
  public static Path dataFolder() {
    return folder().root();
  }

  /** A server that stands still while something is done, as one that is away. */
  public static <T> T whileAway(Part part, Supplier<T> meanwhile) {
    signal(part, "-STOP");
    try {
      return meanwhile.get();
    } finally {
      signal(part, "-CONT");
    }
  }

  private static synchronized void signal(Part part, String signal) {
    ProcessHandle process =
        running.stream()
            .filter(one -> one.part() == part)
            .map(Supervised::process)
            .findFirst()
            .orElseThrow();
    try {
      int code = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill " + signal + " ended with code " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Sending " + signal, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while sending " + signal, e);
    }
  }

  private static synchronized DataFolder folder() {
    if (folder == null) {
      folder = TestFolder.empty(buildFolder(), cache());
      SpringApplication.getShutdownHandlers().add(TestServers::stop);
    }
    return folder;
  }

  private static Supervised start(Part part) {
    part.prepare();
    Supervised supervised = new Supervised(part, folder());
    supervised.start();
    running.push(supervised);
    watch(supervised);
    return supervised;
  }

  private static void watch(Supervised supervised) {
    Thread.ofVirtual()
        .start(
            () -> {
              supervised.awaitReady(PATIENCE);
              ProcessHandle process = supervised.process();
              if (process != null) {
                Watchdog.endWithThisRun(process, "KILL");
              }
            });
  }

  /** First the application, which needs the servers to its end; nothing of it is to be kept. */
  private static void stop() {
    contexts.forEach(ConfigurableApplicationContext::close);
    stopServers();
  }

  private static synchronized void stopServers() {
    running.forEach(Supervised::discard);
  }

  /** Points the application at the servers. */
  static class Addresses implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      // A busy build machine is no reason to fail; a test that waits in vain still does.
      Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
      contexts.add(context);
      BrokerPart engine = startBroker();
      TestPropertyValues.of(
              "spring.datasource.url=" + postgres().jdbcUrl(),
              "spring.datasource.username=" + postgres().username(),
              "spring.datasource.password=" + postgres().password(),
              "porchlight.kafka.bootstrap-servers=" + kafka().bootstrapServers(),
              "porchlight.engine.kafka-bootstrap-servers=" + kafka().bootstrapServers(),
              "porchlight.engine.grpc-address=" + engine.grpcAddress(),
              "porchlight.engine.rest-address=" + engine.restAddress(),
              "porchlight.engine.management-address=" + engine.managementAddress(),
              "porchlight.data-dir=" + buildFolder().resolve("test-data"))
          .applyTo(context);
    }
  }
}
