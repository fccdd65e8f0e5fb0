package org.porchlight.messaging.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Sends the SDK's requests to a configurable address and exactly once: the SDK's own client repeats
 * a request after some failures, which can send a text twice.
 */
class OneTryHttpClient extends HttpClient {

  private final Supplier<String> base;
  private final Duration timeout;
  private final Clock clock;
  private final java.net.http.HttpClient client;

  OneTryHttpClient(Supplier<String> base, Duration timeout, Clock clock) {
    this.base = base;
    this.timeout = timeout;
    this.clock = clock;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  @Override
  public Response reliableRequest(
      Request request, int[] retryCodes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    HttpRequest.Builder call = HttpRequest.newBuilder(address(request)).timeout(timeout);
    request
        .getHeaderParams()
        .forEach((name, values) -> values.forEach(v -> call.setHeader(name, v)));
    call.setHeader("Accept", "application/json");
    if (request.requiresAuthentication()) {
      call.setHeader("Authorization", request.getAuthString());
    }
    if (request.getMethod() == HttpMethod.POST) {
      call.setHeader("Content-Type", "application/x-www-form-urlencoded");
      call.POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
    }
    try {
      var answer = client.send(call.build(), BodyHandlers.ofString());
      if (answer.statusCode() == 429) {
        String after = answer.headers().firstValue("Retry-After").orElse("");
        throw new TooBusy(RetryAfter.read(after, clock.instant()));
      }
      return new Response(answer.body(), answer.statusCode());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new NotConnected(e);
    } catch (IOException e) {
      throw new UncheckedIOException("No answer from the provider", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException("Interrupted", new IOException(e));
    }
  }

  private URI address(Request request) {
    URL asked = request.constructURL();
    return URI.create(base.get() + asked.getFile());
  }

  /** Nothing was sent. */
  static final class NotConnected extends RuntimeException {
    NotConnected(IOException cause) {
      super("The provider cannot be reached", cause);
    }
  }

  /** Not processed: the provider asks to wait. */
  static final class TooBusy extends RuntimeException {

    private final Duration retryAfter;

    TooBusy(Duration retryAfter) {
      super("The provider asks to wait");
      this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
      return retryAfter;
    }
  }
}
