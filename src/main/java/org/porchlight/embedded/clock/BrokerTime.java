package org.porchlight.embedded.clock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The controlled clock of the embedded broker. It falls back to real time whenever the broker
 * starts, so it is brought along again and again.
 */
final class BrokerTime {

  private static final Pattern EPOCH = Pattern.compile("\"epochMilli\"\\s*:\\s*(\\d+)");
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI clock;

  BrokerTime(URI management) {
    this.clock = management.resolve("/actuator/clock");
  }

  /**
   * Moves the broker's time forward to this one.
   *
   * @throws IOException while the broker is away
   */
  void follow(Instant now) throws IOException {
    Matcher read = EPOCH.matcher(send(HttpRequest.newBuilder(clock).GET()));
    if (!read.find()) {
      throw new IOException("The broker's clock has no epochMilli");
    }
    long behind = now.toEpochMilli() - Long.parseLong(read.group(1));
    if (behind > TOLERANCE.toMillis()) {
      send(
          HttpRequest.newBuilder(URI.create(clock + "/add"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"offsetMilli\": " + behind + "}")));
    }
  }

  private String send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response =
          http.send(
              request.timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IOException("The broker's clock answered " + response.statusCode());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while asking the broker's clock", e);
    }
  }
}
