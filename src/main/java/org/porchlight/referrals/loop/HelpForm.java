package org.porchlight.referrals.loop;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of a form that the engine module has already checked. */
public record HelpForm(Map<String, Object> fields) {

  /** Of a required choice. */
  public String code(String key) {
    String code = text(key);
    if (code == null) {
      throw new IllegalArgumentException("The form lacks its required field " + key);
    }
    return code;
  }

  public @Nullable String text(String key) {
    return fields.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
  }

  public LocalDate day(String key) {
    return LocalDate.parse(code(key));
  }

  public List<String> codes(String key) {
    return fields.get(key) instanceof List<?> chosen
        ? chosen.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** One of the best, else the one that was searched for. */
  public UUID resource() {
    String best = text("resource");
    return UUID.fromString(best == null ? code("other") : best);
  }
}
