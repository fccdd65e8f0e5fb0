package org.porchlight.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.settings.OwnAddress;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rate of a bare loop that only posts to the simulator, and of the dispatcher with all its
 * guarantees, each with 16 connections and 20 ms of latency; {@code mvn test -Dtest=SendRateTest
 * -Dporchlight.send-benchmark=true} writes it to {@code target/send-rate.md}. Not part of each run:
 * a rate depends on what else the machine does.
 */
@PorchlightTest
@Order(Integer.MAX_VALUE - 2)
@EnabledIfSystemProperty(named = "porchlight.send-benchmark", matches = "true")
class SendRateTest {

  private static final int CONNECTIONS = 16;
  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final int TEXTS = Integer.getInteger("porchlight.send-benchmark.texts", 10_000);
  private static final int RUNS = Integer.getInteger("porchlight.send-benchmark.runs", 3);

  @Autowired Correspondence correspondence;
  @Autowired DueTexts due;
  @Autowired TestPhones phones;
  @Autowired MessagingSettings settings;
  @Autowired OwnAddress address;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger numbers = new AtomicInteger(2_000_000);
  private final List<Long> heap = new ArrayList<>();

  @Test
  void shouldSendAtLeastHalfAsFastAsABareLoop() throws Exception {
    assertThat(settings.callsAtOnce()).isEqualTo(CONNECTIONS);
    correspondence.openWindow();
    phones.latency(LATENCY);
    List<Double> bare = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    try {
      bareLoop(Math.min(TEXTS, 1000)); // warm
      dispatcher(Math.min(TEXTS, 1000));
      for (int run = 0; run < RUNS; run++) {
        bare.add(bareLoop(TEXTS));
        ours.add(dispatcher(TEXTS));
      }
    } finally {
      phones.latency(Duration.ZERO);
    }
    report(bare, ours);
  }

  private double bareLoop(int texts) throws Exception {
    String body =
        "Hola de parte de Brookfield Family Visits, en Elm Street School. Ana y Jo quisieran pasar a saludar y conocerlos. Respondan SI o NO.";
    AtomicInteger left = new AtomicInteger(texts);
    Instant start = Instant.now();
    try (ExecutorService loops = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        all.add(
            loops.submit(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    post("+1860" + numbers.incrementAndGet(), body);
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    double rate = rate(texts, start);
    quiet();
    return rate;
  }

  private void post(String to, String body) throws IOException, InterruptedException {
    String account = settings.twilio().accountSid();
    String both = settings.twilio().apiKey() + ":" + settings.twilio().apiSecret();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    address.providerBase() + "/2010-04-01/Accounts/" + account + "/Messages.json"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "To="
                        + encode(to)
                        + "&From="
                        + encode(settings.twilio().sender())
                        + "&Body="
                        + encode(body)))
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private double dispatcher(int texts) {
    DistrictId district = due.add(texts, numbers.getAndAdd(texts + 1));
    Instant start = Instant.now();
    jdbc.sql("update messaging.intent set due_at = :now where district = :district")
        .param("now", Timestamp.from(clock.instant()))
        .param("district", district.value())
        .update();
    await()
        .pollInterval(Duration.ofMillis(250))
        .atMost(Duration.ofMinutes(5))
        .until(
            () -> {
              heap.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
              return due.left(district) == 0;
            });
    double rate = rate(texts, start);
    quiet();
    due.assertEachSentOnce(district, texts);
    return rate;
  }

  private void quiet() {
    await()
        .atMost(Duration.ofMinutes(5))
        .until(
            () ->
                jdbc.sql(
                        """
                        select not exists (select from simulator.call)
                          and not exists (select from simulator.message where next_at is not null)
                          and not exists (select from messaging.delivery where applied_at is null)
                        """)
                    .query(Boolean.class)
                    .single());
    System.gc();
  }

  private static double rate(int texts, Instant start) {
    return texts * 1000.0 / Duration.between(start, Instant.now()).toMillis();
  }

  private void report(List<Double> bare, List<Double> ours) throws IOException {
    double ratio = median(ours) / median(bare);
    String text =
        """
        # Rate of sending

        %d texts a run, %d connections, %d ms of latency, no pace limit, %d processors; medians of %d runs.

        | | texts a second | runs |
        |---|---|---|
        | bare loop | %.0f | %s |
        | Porchlight | %.0f | %s |

        Ratio %.2f. Heap while sending: %d to %d MB.
        """
            .formatted(
                TEXTS,
                CONNECTIONS,
                LATENCY.toMillis(),
                Runtime.getRuntime().availableProcessors(),
                RUNS,
                median(bare),
                rounded(bare),
                median(ours),
                rounded(ours),
                ratio,
                heap.stream().mapToLong(Long::longValue).min().orElse(0) >> 20,
                heap.stream().mapToLong(Long::longValue).max().orElse(0) >> 20);
    System.out.println(text);
    Files.writeString(TestServers.buildFolder().resolve("send-rate.md"), text);
    assertThat(ratio).isGreaterThanOrEqualTo(0.5);
  }

  private static String rounded(List<Double> rates) {
    return String.join(", ", rates.stream().map(rate -> String.valueOf(Math.round(rate))).toList());
  }

  private static double median(List<Double> rates) {
    return rates.stream().sorted().toList().get(rates.size() / 2);
  }
}
