package org.porchlight.engine.outbox;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.porchlight.engine.internal.EngineJson;
import org.porchlight.engine.internal.OnEngine;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Commands over the Camunda client, its errors sorted. */
@Component
@Conditional(OnEngine.class)
class CamundaGateway implements EngineGateway {

  private final CamundaClient client;

  CamundaGateway(CamundaClient client) {
    this.client = client;
  }

  @Override
  public CompletionStage<Reply> send(Command command) {
    return call(command).handle((ok, error) -> error == null ? new Reply.Accepted() : sort(error));
  }

  private CompletionStage<?> call(Command command) {
    return switch (command.kind()) {
      case MESSAGE ->
          client
              .newPublishMessageCommand()
              .messageName(command.name())
              .correlationKey(Objects.requireNonNull(command.correlationKey()))
              .messageId(Objects.requireNonNull(command.messageId()))
              .timeToLive(Duration.ofMillis(Objects.requireNonNull(command.timeToLiveMillis())))
              .variables(command.variables())
              .send();
      case COMPLETE ->
          client
              .newCompleteUserTaskCommand(key(command))
              .variables(EngineJson.readMap(command.variables()))
              .send();
      case CANCEL -> client.newCancelInstanceCommand(key(command)).send();
    };
  }

  private static long key(Command command) {
    return Objects.requireNonNull(command.engineKey());
  }

  static Reply sort(Throwable error) {
    Throwable cause =
        error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    if (cause instanceof ClientStatusException grpc) {
      return switch (grpc.getStatusCode()) {
        case NOT_FOUND, ALREADY_EXISTS -> new Reply.FeedDecides(grpc.getStatusCode().name());
        case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE, UNIMPLEMENTED ->
            new Reply.Refused(grpc.getStatusCode().name());
        default -> new Reply.Later(grpc.getStatusCode().name());
      };
    }
    if (cause instanceof ClientHttpException http) {
      String code = "HTTP_" + http.code();
      return switch (http.code()) {
        // 409: it is completing or ending at this moment.
        case 404, 409 -> new Reply.FeedDecides(code);
        case 400, 405, 415, 422 -> new Reply.Refused(code);
        default -> new Reply.Later(code);
      };
    }
    return new Reply.Later(cause.getClass().getSimpleName());
  }
}
