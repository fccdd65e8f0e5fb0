package org.porchlight.messaging;

import java.util.Map;
import java.util.Optional;
import org.porchlight.shared.DistrictId;

/**
 * What an approved translation says, to be printed or read to somebody. Nothing is sent, and
 * nothing is recorded.
 */
public interface WrittenWords {

  /**
   * @param template as for a text
   * @param language BCP 47
   * @param arguments as for a text
   * @return empty where the language has no approved translation: never another language
   */
  Optional<Words> of(
      String template, String language, Map<String, Object> arguments, DistrictId district);

  /**
   * @param language as it is written, BCP 47
   */
  record Words(String text, String language, boolean rightToLeft) {}
}
