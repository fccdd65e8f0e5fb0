package org.porchlight.messaging.text;

import java.util.Map;
import java.util.Optional;
import org.porchlight.messaging.WrittenWords;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/** The same words as in texts. */
@Component
class ApprovedWords implements WrittenWords {

  private final Texts texts;
  private final Districts districts;

  ApprovedWords(Texts texts, Districts districts) {
    this.texts = texts;
    this.districts = districts;
  }

  @Override
  public Optional<Words> of(
      String template, String language, Map<String, Object> arguments, DistrictId district) {
    if (!texts.speaks(template, language)) {
      return Optional.empty();
    }
    Districts.District about =
        districts
            .find(district)
            .orElseThrow(() -> new IllegalArgumentException("No district " + district));
    Language written = texts.languages().find(language).orElseThrow();
    return Optional.of(
        new Words(
            texts.render(template, language, arguments, about.name(), about.zone()),
            written.tag(),
            written.rightToLeft()));
  }
}
