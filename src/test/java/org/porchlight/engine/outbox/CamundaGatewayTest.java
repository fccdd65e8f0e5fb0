package org.porchlight.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CamundaGatewayTest {

  @Test
  void shouldTryLaterWhenNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port);
    try (CamundaClient client =
        CamundaClient.newClientBuilder()
            .grpcAddress(nobody)
            .restAddress(nobody)
            .preferRestOverGrpc(false)
            .defaultRequestTimeout(Duration.ofSeconds(5))
            .build()) {
      var gateway = new CamundaGateway(client);
      for (Command.Kind kind : Command.Kind.values()) {
        Command command =
            new Command(UUID.randomUUID(), kind, "x", 1L, "key", "id", 1000L, "{}", 1);
        assertThat(gateway.send(command).toCompletableFuture().join())
            .isInstanceOf(EngineGateway.Reply.Later.class);
      }
    }
  }
}
