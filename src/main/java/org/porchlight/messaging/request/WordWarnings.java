package org.porchlight.messaging.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.porchlight.messaging.text.TextFiles;
import org.porchlight.messaging.text.Texts;
import org.springframework.stereotype.Component;

/** Words that no text to a family should hold: of enforcement, and of the reason for a visit. */
@Component
class WordWarnings {

  private final Map<String, String> lists = TextFiles.read("forbidden-words");
  private final Texts texts;

  WordWarnings(Texts texts) {
    this.texts = texts;
  }

  /** Those in the language of the words and in English, as the lists have them. */
  Set<String> in(String words, String language) {
    String folded = words.toLowerCase(Locale.ROOT);
    Set<String> found = new LinkedHashSet<>();
    for (String list : List.of(texts.written(language).orElse("en"), "en")) {
      TextFiles.words(lists.get(list)).stream().filter(folded::contains).forEach(found::add);
    }
    return found;
  }
}
