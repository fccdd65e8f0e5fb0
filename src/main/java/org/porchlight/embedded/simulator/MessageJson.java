package org.porchlight.embedded.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text in the shape of Twilio's API of 2010-04-01. */
final class MessageJson {

  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
          .withZone(ZoneOffset.UTC);

  private MessageJson() {}

  static Map<String, @Nullable Object> of(SimulatedMessage message, SimulatorSettings settings) {
    String account = "/2010-04-01/Accounts/" + settings.accountSid() + "/Messages";
    String self = account + "/" + message.sid();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account_sid", settings.accountSid());
    json.put("api_version", "2010-04-01");
    json.put("body", message.body());
    json.put("date_created", date(message.createdAt()));
    json.put("date_sent", date(message.sentAt()));
    json.put("date_updated", date(message.updatedAt()));
    json.put("direction", message.direction());
    json.put("error_code", message.errorCode());
    json.put("error_message", message.errorCode() == null ? null : "Simulated failure");
    json.put("from", message.inbound() ? message.number() : settings.number());
    json.put("messaging_service_sid", null);
    json.put("num_media", "0");
    json.put("num_segments", String.valueOf(segments(message.body())));
    json.put("price", null);
    json.put("price_unit", "USD");
    json.put("sid", message.sid());
    json.put("status", message.status());
    json.put("subresource_uris", Map.of("media", self + "/Media.json"));
    json.put("to", message.inbound() ? settings.number() : message.number());
    json.put("uri", self + ".json");
    return json;
  }

  static Map<String, @Nullable Object> page(
      List<SimulatedMessage> found,
      boolean more,
      int page,
      int size,
      String uri,
      SimulatorSettings settings) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("end", page * size + Math.max(found.size() - 1, 0));
    json.put("first_page_uri", uri + "&PageSize=" + size + "&Page=0");
    json.put("next_page_uri", more ? uri + "&PageSize=" + size + "&Page=" + (page + 1) : null);
    json.put("page", page);
    json.put("page_size", size);
    json.put(
        "previous_page_uri", page > 0 ? uri + "&PageSize=" + size + "&Page=" + (page - 1) : null);
    json.put("start", page * size);
    json.put("uri", uri + "&PageSize=" + size + "&Page=" + page);
    json.put("messages", found.stream().map(message -> of(message, settings)).toList());
    return json;
  }

  private static @Nullable String date(@Nullable Instant instant) {
    return instant == null ? null : RFC_2822.format(instant);
  }

  /** Close enough for a simulator: plain ASCII is taken as GSM-7. */
  private static int segments(String body) {
    boolean ascii = body.chars().allMatch(c -> c < 128);
    int single = ascii ? 160 : 70;
    int part = ascii ? 153 : 67;
    return body.length() <= single ? 1 : (body.length() + part - 1) / part;
  }
}
