package org.porchlight.messaging.text;

import java.util.Map;
import java.util.Optional;
import org.porchlight.messaging.WrittenWords;
import org.porchlight.roster.Districts;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/** The same words as in texts; where they are not approved, the newest. */
@Component
class WordsForPeople implements WrittenWords {

  private final Texts texts;
  private final Districts districts;

  WordsForPeople(Texts texts, Districts districts) {
    this.texts = texts;
    this.districts = districts;
  }

  @Override
  public Optional<Words> of(
      String template, String language, Map<String, Object> arguments, DistrictId district) {
    Districts.District about =
        districts
            .find(district)
            .orElseThrow(() -> new IllegalArgumentException("No district " + district));
    boolean approved = texts.speaks(template, language);
    Optional<String> text =
        approved
            ? Optional.of(texts.render(template, language, arguments, about.name(), about.zone()))
            : texts.draft(template, language, arguments, about.name(), about.zone());
    return texts
        .languages()
        .find(language)
        .flatMap(
            written ->
                text.map(
                    words -> new Words(words, written.tag(), written.rightToLeft(), approved)));
  }
}
