package org.porchlight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The broker's clock and how far it has come, over its management address. */
@Component
class BrokerManagement {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI address;
  private final JsonMapper json;

  BrokerManagement(@Value("${porchlight.engine.management-address}") URI address, JsonMapper json) {
    this.address = address;
    this.json = json;
  }

  /** The last command that each partition has taken up. */
  Map<Integer, Long> processed() {
    return positions("processedPosition");
  }

  /** Whether our exporter has handed to Kafka, or skipped, all up to these positions. */
  boolean hasExported(Map<Integer, Long> processed) {
    Map<Integer, Long> exported = positions("exportedPosition");
    return processed.entrySet().stream()
        .allMatch(each -> exported.getOrDefault(each.getKey(), -1L) >= each.getValue());
  }

  private Map<Integer, Long> positions(String which) {
    Map<Integer, Long> found = new TreeMap<>();
    send(request("/actuator/partitions").GET())
        .properties()
        .forEach(
            each ->
                found.put(Integer.valueOf(each.getKey()), each.getValue().path(which).asLong()));
    return found;
  }

  long epochMilli() {
    return send(request("/actuator/clock").GET()).required("epochMilli").asLong();
  }

  void advance(Duration by) {
    send(
        request("/actuator/clock/add")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"offsetMilli\": " + by.toMillis() + "}")));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException("The broker's management answers " + answer.statusCode());
      }
      return json.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException("Asking the broker's management", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the broker's management", e);
    }
  }
}
