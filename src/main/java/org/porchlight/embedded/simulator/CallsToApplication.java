package org.porchlight.embedded.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the application as the provider does: form-encoded, signed, over HTTP, again where it
 * fails.
 */
@Component
@Profile({"embedded", "test"})
class CallsToApplication {

  private static final Logger log = LoggerFactory.getLogger(CallsToApplication.class);
  private static final int TRIES = 5;
  private static final Duration LEASE = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final SimulatorSettings settings;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  CallsToApplication(JdbcClient jdbc, JsonMapper json, SimulatorSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.settings = settings;
    this.clock = clock;
  }

  private record Call(long id, String url, String form, int tries) {}

  /**
   * A call to be made.
   *
   * @param delayMillis how late it comes
   */
  record New(String url, Map<String, String> form, long delayMillis) {}

  /** Queues calls in the caller's transaction. */
  void enqueue(List<New> calls) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into simulator.call (url, form, due_at)
            select url, cast(form as jsonb), cast(:now as timestamptz) + late * interval '1 millisecond'
            from unnest(:urls, :forms, :delays) as c (url, form, late)
            """)
        .param("urls", new SqlArrayValue("text", calls.stream().map(New::url).toArray()))
        .param(
            "forms",
            new SqlArrayValue(
                "text", calls.stream().map(call -> json.writeValueAsString(call.form())).toArray()))
        .param("delays", new SqlArrayValue("int8", calls.stream().map(New::delayMillis).toArray()))
        .param("now", Timestamp.from(now))
        .update();
  }

  @Scheduled(fixedDelayString = "${porchlight.simulator.poll:100ms}")
  void makeDueCalls() {
    List<Call> due =
        jdbc.sql(
                """
                update simulator.call set due_at = :again, tries = tries + 1
                where id in (select id from simulator.call where due_at <= :now order by id limit 50 for update skip locked)
                returning id, url, form, tries
                """)
            .param("again", Timestamp.from(clock.instant().plus(LEASE)))
            .param("now", Timestamp.from(clock.instant()))
            .query(
                (row, n) ->
                    new Call(
                        row.getLong("id"),
                        row.getString("url"),
                        row.getString("form"),
                        row.getInt("tries")))
            .list();
    List<Long> made =
        due.stream()
            .sorted(java.util.Comparator.comparingLong(Call::id))
            .filter(this::make)
            .map(Call::id)
            .toList();
    if (!made.isEmpty()) {
      jdbc.sql("delete from simulator.call where id = any(:ids)")
          .param("ids", new SqlArrayValue("int8", made.toArray()))
          .update();
    }
  }

  /** True where nothing is left to do. */
  private boolean make(Call call) {
    Map<String, String> form =
        json.readValue(call.form(), new TypeReference<Map<String, String>>() {});
    String body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(call.url()))
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("X-Twilio-Signature", sign(call.url(), form))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return answered(request) || call.tries() >= TRIES;
  }

  private boolean answered(HttpRequest request) {
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        log.warn("The application answered {} to a call of the simulator", status);
      }
      return status / 100 == 2;
    } catch (IOException e) {
      log.debug("The application did not answer the simulator", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String sign(String url, Map<String, String> form) {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      byte[] key = settings.authToken().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA1", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
