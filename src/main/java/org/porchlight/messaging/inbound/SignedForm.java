package org.porchlight.messaging.inbound;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a request, apart from what its address carries. */
record SignedForm(Map<String, List<String>> fields, Map<String, List<String>> query) {

  /** The server mixes both, those of the address first; a signature covers the form's alone. */
  static SignedForm of(HttpServletRequest request) {
    Map<String, List<String>> query = parse(request.getQueryString());
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
    return new SignedForm(fields, query);
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
