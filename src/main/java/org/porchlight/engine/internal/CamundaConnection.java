package org.porchlight.engine.internal;

import io.camunda.client.CamundaClient;
import java.net.URI;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The one client. It connects when first used, so that the application starts without an engine.
 */
@Configuration(proxyBeanMethods = false)
class CamundaConnection {

  @Bean
  @Conditional(OnEngine.class)
  CamundaClient camundaClient(EngineProperties properties) {
    URI grpc = Objects.requireNonNull(properties.grpcAddress());
    URI rest = Objects.requireNonNull(properties.restAddress());
    return CamundaClient.newClientBuilder()
        .grpcAddress(grpc)
        .restAddress(rest)
        // 8.6 knows user-task commands over REST only, and everything else better over gRPC.
        .preferRestOverGrpc(false)
        .defaultRequestTimeout(properties.requestTimeout())
        .numJobWorkerExecutionThreads(properties.jobThreads())
        .defaultJobTimeout(properties.jobTimeout())
        .build();
  }
}
