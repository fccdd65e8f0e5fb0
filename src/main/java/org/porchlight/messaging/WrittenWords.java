package org.porchlight.messaging;

import java.util.Map;
import java.util.Optional;
import org.porchlight.shared.DistrictId;

/**
 * What a translation says, to be printed or read to somebody. Nothing is sent, and nothing is
 * recorded.
 */
public interface WrittenWords {

  /**
   * @param template as for a text
   * @param language BCP 47
   * @param arguments as for a text
   * @return empty where we do not write the language: never another language. Words that are no
   *     approved translation say so: whoever shows them must, too
   */
  Optional<Words> of(
      String template, String language, Map<String, Object> arguments, DistrictId district);

  /**
   * @param language as it is written, BCP 47
   * @param approved false for a draft, and for a translation whose English has changed since
   */
  record Words(String text, String language, boolean rightToLeft, boolean approved) {}
}
