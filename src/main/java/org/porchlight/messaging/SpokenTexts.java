package org.porchlight.messaging;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.porchlight.shared.DistrictId;

/**
 * Texts that somebody says on the phone instead, because they could not leave: their own words,
 * with who and when filled in.
 */
public interface SpokenTexts {

  /**
   * A text that cannot even be asked for: no number takes it, or its translation is not approved.
   * In the caller's transaction; a repeat changes nothing.
   *
   * @param id by which it is found again; no other text's
   * @param template as for a text
   * @param arguments as for a text
   */
  void keep(UUID id, DistrictId district, String template, Map<String, Object> arguments);

  /**
   * @param id of a text that was asked for, or of one that was kept
   * @param language BCP 47, also another than that of the text
   * @return empty where there is no such text, or we do not write the language: never another
   *     language. Words that are no approved translation say so: whoever shows them must, too
   */
  Optional<WrittenWords.Words> in(UUID id, String language);
}
