package org.porchlight.embedded.parts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class ServerRulesTest {

  @Test
  void shouldAcceptACompleteConfiguration() {
    MockEnvironment environment =
        complete()
            .withProperty("porchlight.messaging.lookup.base-url", "https://lookups.twilio.com");

    assertThatCode(() -> ServerRules.check(environment)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "spring.datasource.url, '', is missing",
    "porchlight.kafka.bootstrap-servers, '', is missing",
    "spring.datasource.password, porchlight, password of the demo",
    "porchlight.admin-password, porchlight, password of the demo",
    "porchlight.demo, true, demo district",
    "porchlight.messaging.twilio.base-url, http://127.0.0.1:8800/simulator, simulator",
    "porchlight.messaging.twilio.base-url, http://localhost:8800, this machine",
    "porchlight.messaging.lookup.base-url, /simulator, lookup.base-url leads to the simulator",
    "porchlight.messaging.lookup.base-url, http://[::1]:8800, this machine"
  })
  void shouldRefuseWhatMustNotServeRealFamilies(String setting, String value, String reason) {
    MockEnvironment environment = complete().withProperty(setting, value);

    assertThatThrownBy(() -> ServerRules.check(environment))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(reason);
  }

  private static MockEnvironment complete() {
    return new MockEnvironment()
        .withProperty(
            "spring.datasource.url", "jdbc:postgresql://db.example/porchlight?sslmode=verify-full")
        .withProperty("spring.datasource.username", "porchlight")
        .withProperty("spring.datasource.password", "9f2c-made-for-this-test")
        .withProperty("porchlight.kafka.bootstrap-servers", "kafka.example:9093")
        .withProperty("porchlight.engine.grpc-address", "https://engine.example:26500")
        .withProperty("porchlight.engine.rest-address", "https://engine.example:8080");
  }
}
