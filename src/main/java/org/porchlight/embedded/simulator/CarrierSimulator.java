package org.porchlight.embedded.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A carrier on this machine: takes texts, moves them through their statuses, lets phones answer.
 */
@Component
@Profile({"embedded", "test"})
class CarrierSimulator {

  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
  private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

  private final SimulatedMessages messages;
  private final Faults faults;
  private final CallsToApplication calls;
  private final SimulatorSettings settings;
  private final Environment environment;

  CarrierSimulator(
      SimulatedMessages messages,
      Faults faults,
      CallsToApplication calls,
      SimulatorSettings settings,
      Environment environment) {
    this.messages = messages;
    this.faults = faults;
    this.calls = calls;
    this.settings = settings;
    this.environment = environment;
  }

  @Transactional
  public SimulatedMessage accept(
      String to, String body, @Nullable String statusCallback, @Nullable Fault fault) {
    return messages.add(messages.phone(to), "outbound-api", body, statusCallback, fault);
  }

  /** The phone's owner writes to the program. */
  @Transactional
  public SimulatedMessage reply(String number, String body) {
    SimulatedMessages.Phone phone = messages.phone(number);
    SimulatedMessage text = messages.add(phone, "inbound", body, null, null);
    Optional<Fault> fault = faults.take(number, body, true);
    long delay =
        fault
            .filter(one -> one.kind() == Fault.Kind.DELAY_INBOUND)
            .map(Fault::millis)
            .orElseGet(settings::someDelay);
    var call = new CallsToApplication.New(inboundAddress(), inboundForm(text), delay);
    boolean twice =
        settings.disordered()
            || fault.filter(one -> one.kind() == Fault.Kind.DUPLICATE_INBOUND).isPresent();
    calls.enqueue(twice ? List.of(call, call) : List.of(call));
    String word = body.strip().toUpperCase(Locale.ROOT);
    if (STOP.contains(word) && !phone.optedOut()) {
      messages.optedOut(phone.id(), true);
      messages.add(phone, "outbound-reply", settings.stopReply(), null, null);
    } else if (START.contains(word)) {
      messages.optedOut(phone.id(), false);
    }
    return text;
  }

  @Transactional
  public Optional<SimulatedMessage> reply(UUID phone, String body) {
    return messages.phone(phone).map(found -> reply(found.number(), body));
  }

  /** One step of every text that is on its way, with its callback. */
  @Scheduled(fixedDelayString = "${porchlight.simulator.poll:100ms}")
  @Transactional
  public void move() {
    List<SimulatedMessage> moving = messages.lockMoving(200);
    if (moving.isEmpty()) {
      return;
    }
    List<SimulatedMessages.Step> steps = new ArrayList<>();
    List<CallsToApplication.New> callbacks = new ArrayList<>();
    for (SimulatedMessage message : moving) {
      String status = next(message);
      boolean fails = status.equals(message.failsAs());
      boolean last = fails || status.equals("delivered");
      steps.add(
          new SimulatedMessages.Step(
              message.sid(), status, fails ? message.failsWith() : null, last));
      callbacks(message, status, fails, last, callbacks);
    }
    messages.move(steps);
    calls.enqueue(callbacks);
  }

  private void callbacks(
      SimulatedMessage message,
      String status,
      boolean fails,
      boolean last,
      List<CallsToApplication.New> callbacks) {
    String address = message.statusCallback();
    if (address != null) {
      boolean late = !(last && message.reorders());
      var call =
          new CallsToApplication.New(
              address,
              statusForm(message, status, fails),
              late ? message.delayMillis() + settings.someDelay() : 0);
      callbacks.add(call);
      if (message.duplicates() || settings.disordered()) {
        callbacks.add(call);
      }
    }
  }

  private static String next(SimulatedMessage message) {
    return switch (message.status()) {
      case "queued" -> "failed".equals(message.failsAs()) ? "failed" : "sent";
      default -> "undelivered".equals(message.failsAs()) ? "undelivered" : "delivered";
    };
  }

  private Map<String, String> statusForm(SimulatedMessage message, String status, boolean fails) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MessageSid", message.sid());
    form.put("MessageStatus", status);
    form.put("SmsSid", message.sid());
    form.put("SmsStatus", status);
    form.put("AccountSid", settings.accountSid());
    form.put("From", settings.number());
    form.put("To", message.number());
    form.put("ApiVersion", "2010-04-01");
    if (fails) {
      form.put("ErrorCode", String.valueOf(message.failsWith()));
    }
    return form;
  }

  private Map<String, String> inboundForm(SimulatedMessage message) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MessageSid", message.sid());
    form.put("SmsSid", message.sid());
    form.put("AccountSid", settings.accountSid());
    form.put("From", message.number());
    form.put("To", settings.number());
    form.put("Body", message.body());
    form.put("NumMedia", "0");
    form.put("NumSegments", "1");
    form.put("ApiVersion", "2010-04-01");
    return form;
  }

  private String inboundAddress() {
    String port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    return environment.getProperty(
            "porchlight.messaging.public-base-url", "http://127.0.0.1:" + port)
        + "/twilio/inbound";
  }
}
