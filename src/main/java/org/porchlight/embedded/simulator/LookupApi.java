package org.porchlight.embedded.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Twilio's Lookup v2, as far as we use it. */
@RestController
@Profile({"embedded", "test"})
@RequestMapping("/simulator")
class LookupApi {

  private final SimulatedLines lines;
  private final SimulatorSettings settings;

  LookupApi(SimulatedLines lines, SimulatorSettings settings) {
    this.lines = lines;
    this.settings = settings;
  }

  @ModelAttribute
  void authenticate(HttpServletRequest request) {
    SimulatorApi.requireAccount(request, settings);
  }

  @GetMapping("/v2/PhoneNumbers/{number}")
  Map<String, @Nullable Object> look(
      @PathVariable String number,
      @RequestParam(name = "Fields", defaultValue = "") String fields) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("calling_country_code", "1");
    json.put("country_code", "US");
    json.put("phone_number", number);
    json.put("valid", true);
    json.put(
        "line_type_intelligence", fields.contains("line_type_intelligence") ? line(number) : null);
    json.put("url", "https://lookups.twilio.com/v2/PhoneNumbers/" + number);
    return json;
  }

  private Map<String, @Nullable Object> line(String number) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("mobile_country_code", null);
    line.put("mobile_network_code", null);
    line.put("carrier_name", "Simulated Carrier");
    line.put("type", lines.ask(number));
    line.put("error_code", null);
    return line;
  }

  /** Not Twilio's: tells the simulator what kind of line a number is. */
  @PostMapping("/control/lines")
  ResponseEntity<Void> line(@RequestParam String number, @RequestParam String type) {
    lines.set(number, type);
    return ResponseEntity.noContent().build();
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> error(SimulatorApi.ProviderError error) {
    return SimulatorApi.json(error);
  }
}
