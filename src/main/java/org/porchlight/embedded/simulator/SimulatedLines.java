package org.porchlight.embedded.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What kind of line each number is: mobile, unless the simulator was told otherwise. */
@Component
@Profile({"embedded", "test"})
class SimulatedLines {

  private final Map<String, String> types = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  void set(String number, String type) {
    types.put(number, type);
  }

  String ask(String number) {
    asked.computeIfAbsent(number, each -> new AtomicInteger()).incrementAndGet();
    return types.getOrDefault(number, "mobile");
  }

  /** How often a bill would name this number. */
  int asked(String number) {
    AtomicInteger times = asked.get(number);
    return times == null ? 0 : times.get();
  }
}
