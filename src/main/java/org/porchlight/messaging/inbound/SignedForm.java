package org.porchlight.messaging.inbound;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request carries beside its address: a form, or the plain values of a JSON object.
 *
 * @param body as it came, of JSON; null for a form
 */
record SignedForm(
    Map<String, List<String>> fields, Map<String, List<String>> query, @Nullable String body) {

  /** No call of the provider's comes near it. */
  private static final int LONGEST_BODY = 1_000_000;

  /** The server mixes both, those of the address first; a signature covers the form's alone. */
  static SignedForm of(HttpServletRequest request) throws IOException {
    Map<String, List<String>> query = parse(request.getQueryString());
    String type = request.getContentType();
    if (type != null && type.startsWith("application/json")) {
      return json(request, query);
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              int fromAddress = query.getOrDefault(name, List.of()).size();
              if (values.length > fromAddress) {
                fields.put(name, Arrays.asList(values).subList(fromAddress, values.length));
              }
            });
    return new SignedForm(fields, query, null);
  }

  private static SignedForm json(HttpServletRequest request, Map<String, List<String>> query)
      throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(LONGEST_BODY);
    String body = new String(bytes, StandardCharsets.UTF_8);
    Map<String, List<String>> fields = new LinkedHashMap<>();
    try {
      JsonMapper.shared()
          .readTree(body)
          .properties()
          .forEach(
              field -> {
                if (field.getValue().isValueNode()) {
                  fields.put(field.getKey(), List.of(field.getValue().asString()));
                }
              });
    } catch (JacksonException noJson) {
      fields.clear(); // the signature may still be right; then the values are missing
    }
    return new SignedForm(fields, query, body);
  }

  boolean signedBy(TwilioSignature signature, String url, String given) {
    return body == null
        ? signature.validForm(url, fields, given)
        : signature.validBody(url, body, given);
  }

  private static Map<String, List<String>> parse(@Nullable String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters
          .computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
          .add(parts.length == 2 ? decode(parts[1]) : "");
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Nullable String field(String name) {
    return first(fields, name);
  }

  @Nullable String inAddress(String name) {
    return first(query, name);
  }

  private static @Nullable String first(Map<String, List<String>> all, String name) {
    List<String> values = all.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.getFirst();
  }
}
