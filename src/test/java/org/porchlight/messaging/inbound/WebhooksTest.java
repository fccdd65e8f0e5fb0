package org.porchlight.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.porchlight.embedded.simulator.TestPhones;
import org.porchlight.messaging.Correspondence;
import org.porchlight.messaging.settings.MessagingSettings;
import org.porchlight.messaging.settings.OwnAddress;
import org.porchlight.testing.PorchlightTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The provider's calls, over HTTP. */
@PorchlightTest
class WebhooksTest {

  private static final int RUNS = 3;

  @Autowired MessagingSettings settings;
  @Autowired OwnAddress address;
  @Autowired TestPhones phones;
  @Autowired Correspondence correspondence;
  @Autowired JdbcClient jdbc;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void shouldStoreASignedTextOnceHoweverOftenItComes() throws Exception {
    Map<String, String> form = text("Hola ñ & =", "2", "image/jpeg");

    assertThat(post(form, sign(url(""), form))).isEqualTo(200);
    assertThat(post(form, sign(url(""), form))).isEqualTo(200);

    assertThat(
            jdbc.sql("select body, media_count, media_types from messaging.inbound where sid = ?")
                .param(form.get("MessageSid"))
                .query()
                .listOfRows())
        .containsExactly(
            Map.of("body", "Hola ñ & =", "media_count", 2, "media_types", "image/jpeg"));
  }

  @Test
  void shouldRefuseWhatIsNotSignedOrWasChanged() throws Exception {
    Map<String, String> form = text("Hello", "0", null);
    String signature = sign(url(""), form);

    assertThat(post(form, "")).isEqualTo(403);
    form.put("Body", "Hullo");
    assertThat(post(form, signature)).isEqualTo(403);
    form.put("Body", "Hello");
    form.put("AddedWithoutNotice", "1");
    assertThat(post(form, signature)).isEqualTo(403);
    assertThat(post(form, sign(url(""), form))).isEqualTo(200);
  }

  @Test
  void shouldTakeJsonByTheHashOfItsBody() throws Exception {
    String sid = "SM" + UUID.randomUUID();
    String body =
        "{\"MessageSid\": \"%s\", \"From\": \"%s\", \"Body\": \"Olá\", \"NumMedia\": 0}"
            .formatted(sid, phones.number().e164());
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    String query = "?bodySHA256=" + hash;
    String signature = sign(url(query), Map.of());

    assertThat(send(url(query), "application/json", body, signature)).isEqualTo(200);
    assertThat(send(url(query), "application/json", body.replace("Olá", "Oi"), signature))
        .isEqualTo(403);
    assertThat(send(url(""), "application/json", body, sign(url(""), Map.of()))).isEqualTo(403);
    assertThat(
            jdbc.sql("select body from messaging.inbound where sid = ?")
                .param(sid)
                .query(String.class)
                .list())
        .containsExactly("Olá");
  }

  /**
   * Reports, and cannot fail by noise: {@code -Dporchlight.inbound-benchmark=true} writes {@code
   * target/inbound-latency.md}.
   */
  @Test
  void shouldAnswerInMillisecondsWhileSending() throws Exception {
    assumeTrue(Boolean.getBoolean("porchlight.inbound-benchmark"), "switched on by property");
    int perSecond = 100;
    int seconds = 20;
    correspondence.openWindow();
    call(perSecond, seconds); // as a server that has run for a while
    StringBuilder rows = new StringBuilder();
    for (int run = 1; run <= RUNS; run++) {
      List<Long> micros = call(perSecond, seconds);
      assertThat(micros).hasSize(perSecond * seconds);
      Collections.sort(micros);
      rows.append(
          "| %d | %.1f | %.1f | %.1f | %.1f |%n"
              .formatted(run, at(micros, 0.5), at(micros, 0.95), at(micros, 0.99), at(micros, 1)));
    }
    String report =
        """
        # Inbound webhook while sending

        Each run: %d calls at %d a second, 1,000 texts going out meanwhile, one machine with all parts and the caller; milliseconds.

        | run | median | p95 | p99 | slowest |
        |---|---|---|---|---|
        %s"""
            .formatted(perSecond * seconds, perSecond, rows);
    System.out.println(report);
    Files.writeString(Path.of("target/inbound-latency.md"), report);
  }

  /** How long each call took, while a thousand texts go out. */
  private List<Long> call(int perSecond, int seconds) {
    List<Long> micros = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(
          () -> {
            for (int i = 0; i < 1000; i++) {
              correspondence.invite(correspondence.guardian("es"), "test.invitation", "p" + i);
            }
          });
      long start = System.nanoTime();
      for (int i = 0; i < perSecond * seconds; i++) {
        LockSupport.parkNanos(start + i * (1_000_000_000L / perSecond) - System.nanoTime());
        callers.submit(
            () -> {
              Map<String, String> form = text("sí", "0", null);
              String signature = sign(url(""), form);
              long before = System.nanoTime();
              int status = post(form, signature);
              micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - before));
              return status;
            });
      }
    }
    return micros;
  }

  private static double at(List<Long> micros, double share) {
    return micros.get((int) Math.ceil(share * micros.size()) - 1) / 1000.0;
  }

  private Map<String, String> text(
      String body, String media, @org.jspecify.annotations.Nullable String kind) {
    Map<String, String> form = new TreeMap<>();
    form.put("MessageSid", "SM" + UUID.randomUUID());
    form.put("From", phones.number().e164());
    form.put("Body", body);
    form.put("NumMedia", media);
    if (kind != null) {
      form.put("MediaContentType0", kind);
    }
    return form;
  }

  private String url(String query) {
    return address.publicBase() + "/twilio/inbound" + query;
  }

  private int post(Map<String, String> form, String signature)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return send(url(""), "application/x-www-form-urlencoded", body, signature);
  }

  private int send(String url, String type, String body, String signature)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", type)
            .header("X-Twilio-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private String sign(String url, Map<String, String> form) throws Exception {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
    Mac mac = Mac.getInstance("HmacSHA1");
    byte[] key = settings.twilio().authToken().getBytes(StandardCharsets.UTF_8);
    mac.init(new SecretKeySpec(key, "HmacSHA1"));
    return Base64.getEncoder()
        .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
