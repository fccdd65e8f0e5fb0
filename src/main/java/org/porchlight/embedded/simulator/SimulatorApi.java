package org.porchlight.embedded.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Twilio's API for texts, as far as we use it. */
@RestController
@Profile({"embedded", "test"})
@RequestMapping("/simulator")
class SimulatorApi {

  private final CarrierSimulator carrier;
  private final SimulatedMessages messages;
  private final Faults faults;
  private final SimulatorSettings settings;
  private final Latency latency;

  SimulatorApi(
      CarrierSimulator carrier,
      SimulatedMessages messages,
      Faults faults,
      SimulatorSettings settings,
      Latency latency) {
    this.carrier = carrier;
    this.messages = messages;
    this.faults = faults;
    this.settings = settings;
    this.latency = latency;
  }

  /** Twilio's own error shape. */
  static final class ProviderError extends RuntimeException {
    private final int status;
    private final int code;
    private final int retryAfter;

    ProviderError(int status, int code, int retryAfter) {
      super("Simulated error " + code);
      this.status = status;
      this.code = code;
      this.retryAfter = retryAfter;
    }
  }

  @ModelAttribute
  void authenticate(HttpServletRequest request) {
    requireAccount(request, settings);
  }

  static void requireAccount(HttpServletRequest request, SimulatorSettings settings) {
    String given = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    if (!given.equals(basic(settings.apiKey(), settings.apiSecret()))
        && !given.equals(basic(settings.accountSid(), settings.authToken()))) {
      throw new ProviderError(401, 20003, 0);
    }
  }

  private static String basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @PostMapping("/2010-04-01/Accounts/{account}/Messages.json")
  ResponseEntity<Map<String, @Nullable Object>> create(
      @PathVariable String account,
      @RequestParam(name = "To", defaultValue = "") String to,
      @RequestParam(name = "Body", defaultValue = "") String body,
      @RequestParam(name = "StatusCallback", required = false) @Nullable String callback) {
    requireAccount(account);
    latency.pass();
    Fault fault = faults.take(to, body, false).orElse(null);
    if (fault != null) {
      failBefore(fault);
    }
    check(to, body);
    SimulatedMessage message = carrier.accept(to, body, callback, fault);
    if (fault != null) {
      failAfter(fault);
    }
    return ResponseEntity.status(HttpStatus.CREATED).body(MessageJson.of(message, settings));
  }

  private void requireAccount(String account) {
    if (!account.equals(settings.accountSid())) {
      throw new ProviderError(404, 20404, 0);
    }
  }

  private void check(String to, String body) {
    if (!to.matches("\\+[1-9][0-9]{6,14}")) {
      throw new ProviderError(400, 21211, 0);
    }
    if (body.isEmpty()) {
      throw new ProviderError(400, 21602, 0);
    }
    if (body.length() > 1600) {
      throw new ProviderError(400, 21617, 0);
    }
    if (messages.phone(to).optedOut()) {
      throw new ProviderError(400, 21610, 0);
    }
  }

  private static void failBefore(Fault fault) {
    switch (fault.kind()) {
      case REJECT -> throw new ProviderError(fault.code() == 20003 ? 401 : 400, fault.code(), 0);
      case THROTTLE -> throw new ProviderError(429, 20429, fault.code());
      case ERROR_BEFORE -> throw new ProviderError(500, 20500, 0);
      case HANG_BEFORE -> {
        hang(fault.millis());
        throw new ProviderError(500, 20500, 0);
      }
      default -> {}
    }
  }

  private static void failAfter(Fault fault) {
    if (fault.kind() == Fault.Kind.HANG_AFTER) {
      hang(fault.millis());
    }
    if (fault.kind() == Fault.Kind.ERROR_AFTER) {
      throw new ProviderError(500, 20500, 0);
    }
  }

  private static void hang(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @GetMapping("/2010-04-01/Accounts/{account}/Messages.json")
  Map<String, @Nullable Object> list(
      @PathVariable String account,
      @RequestParam(name = "To", required = false) @Nullable String to,
      @RequestParam(name = "DateSent", required = false) @Nullable String on,
      @RequestParam(name = "DateSent>", required = false) @Nullable String after,
      @RequestParam(name = "DateSent<", required = false) @Nullable String before,
      @RequestParam(name = "PageSize", defaultValue = "50") int size,
      @RequestParam(name = "Page", defaultValue = "0") int page,
      HttpServletRequest request) {
    requireAccount(account);
    Instant from = on != null ? instant(on) : after != null ? instant(after) : null;
    Instant until =
        on != null
            ? instant(on).plus(java.time.Duration.ofDays(1))
            : before != null ? instant(before) : null;
    List<SimulatedMessage> found = messages.list(to, from, until, size + 1, page * size);
    String uri = "/2010-04-01/Accounts/" + account + "/Messages.json?" + withoutPaging(request);
    return MessageJson.page(
        found.stream().limit(size).toList(), found.size() > size, page, size, uri, settings);
  }

  private static String withoutPaging(HttpServletRequest request) {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    return query.replaceAll("(^|&)Page(Size|Token)?=[^&]*", "");
  }

  /** A day, or a moment; without an offset it is UTC, as the provider's own SDK writes it. */
  private static Instant instant(String date) {
    if (date.length() == 10) {
      return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return date.length() == 19
        ? LocalDateTime.parse(date).toInstant(ZoneOffset.UTC)
        : OffsetDateTime.parse(date).toInstant();
  }

  @GetMapping("/2010-04-01/Accounts/{account}/Messages/{sid}.json")
  Map<String, @Nullable Object> fetch(@PathVariable String account, @PathVariable String sid) {
    requireAccount(account);
    SimulatedMessage message =
        messages.find(sid).orElseThrow(() -> new ProviderError(404, 20404, 0));
    return MessageJson.of(message, settings);
  }

  /** Not Twilio's: tells the simulator to do something wrong. */
  @PostMapping("/control/faults")
  ResponseEntity<Void> fault(
      @RequestParam Fault.Kind kind,
      @RequestParam(required = false) @Nullable String number,
      @RequestParam(required = false) @Nullable String bodyPart,
      @RequestParam(defaultValue = "0") int code,
      @RequestParam(defaultValue = "0") long millis,
      @RequestParam(defaultValue = "1") int times) {
    faults.add(number, bodyPart, new Fault(kind, code, millis), times);
    return ResponseEntity.noContent().build();
  }

  /** Not Twilio's: a phone writes to the program. */
  @PostMapping("/control/replies")
  ResponseEntity<Map<String, @Nullable Object>> reply(
      @RequestParam String number, @RequestParam String body) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(MessageJson.of(carrier.reply(number, body), settings));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> error(ProviderError error) {
    return json(error);
  }

  static ResponseEntity<Map<String, Object>> json(ProviderError error) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", error.code);
    json.put("message", "Simulated error");
    json.put("more_info", "https://www.twilio.com/docs/errors/" + error.code);
    json.put("status", error.status);
    var answer = ResponseEntity.status(error.status);
    if (error.retryAfter > 0) {
      answer.header("Retry-After", String.valueOf(error.retryAfter));
    }
    return answer.body(json);
  }
}
