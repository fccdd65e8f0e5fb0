package org.porchlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class TestServersTest {

  @Test
  void shouldRunThePartsOfTheRealSystem() throws Exception {
    URI clock = TestServers.broker().managementAddress().resolve("/actuator/clock");

    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(clock).build(), HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(TestServers.postgres().ready()).isTrue();
    assertThat(TestServers.kafka().ready()).isTrue();
  }
}
