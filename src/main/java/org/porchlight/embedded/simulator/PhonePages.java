package org.porchlight.embedded.simulator;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.SentTexts;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Every simulated phone as a page where one can read and answer. The address never holds the
 * number.
 */
@Controller
@Profile({"embedded", "test"})
@RequestMapping("/phones")
class PhonePages {

  private static final int LONGEST_REPLY = 1600;

  private final SimulatedMessages messages;
  private final CarrierSimulator carrier;
  private final SentTexts texts;
  private final DateTimeFormatter times;

  PhonePages(
      SimulatedMessages messages,
      CarrierSimulator carrier,
      SentTexts texts,
      SimulatorSettings settings) {
    this.messages = messages;
    this.carrier = carrier;
    this.texts = texts;
    this.times =
        DateTimeFormatter.ofPattern("EEE MMM d, h:mm a", Locale.US).withZone(settings.zone());
  }

  /**
   * @param lang null where nobody knows the language: a reply, or the provider's own text
   */
  record Bubble(
      String text,
      boolean fromPhone,
      String time,
      String machineTime,
      String status,
      @Nullable String lang) {}

  record PhoneLine(UUID id, String number, boolean optedOut, Bubble latest) {}

  @GetMapping
  String list(Model model) {
    List<PhoneLine> phones =
        messages.phones().stream()
            .map(row -> new PhoneLine(row.id(), row.number(), row.optedOut(), bubble(row.latest())))
            .toList();
    model.addAttribute("phones", phones);
    return "phones/list";
  }

  @GetMapping("/{id}")
  String phone(@PathVariable UUID id, Model model) {
    model.addAttribute("phone", messages.phone(id).orElseThrow(PhonePages::noSuchPhone));
    model.addAttribute("thread", messages.thread(id).stream().map(this::bubble).toList());
    return "phones/phone";
  }

  @PostMapping("/{id}/replies")
  String reply(@PathVariable UUID id, @RequestParam String text) {
    if (text.isBlank() || text.length() > LONGEST_REPLY) {
      return "redirect:/phones/" + id + "?refused";
    }
    if (carrier.reply(id, text.strip()).isEmpty()) {
      throw noSuchPhone();
    }
    return "redirect:/phones/" + id + "#latest";
  }

  private Bubble bubble(SimulatedMessage message) {
    return new Bubble(
        message.body(),
        message.inbound(),
        times.format(message.createdAt()),
        message.createdAt().toString(),
        message.status(),
        message.inbound() ? null : texts.language(message.sid()).orElse(null));
  }

  private static ResponseStatusException noSuchPhone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
