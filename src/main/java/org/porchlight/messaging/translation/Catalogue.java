package org.porchlight.messaging.translation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.ShippedTexts.Written;

/**
 * All texts as they stand at one moment: what was shipped, under what people made of it. An
 * approved version goes on leaving while a newer draft is looked at; a new English makes the others
 * stale when it leaves itself. (ADR 0023)
 */
final class Catalogue {

  private final Map<String, Map<String, TextEntry>> entries = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> mayLeave = new HashMap<>();
  private final Map<String, Map<String, String>> newest = new HashMap<>();

  /**
   * @param versions of each language and key, oldest first
   * @param draftsToo takes drafts as approved: for demonstrations only
   */
  Catalogue(ShippedTexts shipped, Collection<TextVersion> versions, boolean draftsToo) {
    Map<List<String>, List<TextVersion>> known = new HashMap<>();
    versions.forEach(
        version ->
            known
                .computeIfAbsent(
                    List.of(version.language(), version.key()), of -> new ArrayList<>())
                .add(version));
    Map<String, TextEntry> english = new HashMap<>();
    for (Written language : shipped.languages()) {
      Map<String, TextEntry> ofLanguage = new LinkedHashMap<>();
      for (String key : shipped.keys()) {
        TextEntry entry =
            new Course(shipped, language, key, draftsToo)
                .stand(
                    known.getOrDefault(List.of(language.tag(), key), List.of()), english.get(key));
        if (language.tag().equals(ShippedTexts.ENGLISH)) {
          english.put(key, entry);
        }
        ofLanguage.put(key, entry);
      }
      entries.put(language.tag(), ofLanguage);
      mayLeave.put(language.tag(), words(shipped, language, ofLanguage, true, draftsToo));
      newest.put(language.tag(), words(shipped, language, ofLanguage, false, draftsToo));
    }
  }

  Optional<TextEntry> entry(String language, String key) {
    return Optional.ofNullable(entries.getOrDefault(language, Map.of()).get(key));
  }

  List<TextEntry> entries(String language) {
    return List.copyOf(entries.getOrDefault(language, Map.of()).values());
  }

  Map<String, String> mayLeave(String language) {
    return mayLeave.getOrDefault(language, Map.of());
  }

  Map<String, String> newest(String language) {
    return newest.getOrDefault(language, Map.of());
  }

  /** With the settings of the file, such as patterns of dates, which nobody translates here. */
  private static Map<String, String> words(
      ShippedTexts shipped,
      Written language,
      Map<String, TextEntry> entries,
      boolean leaving,
      boolean draftsToo) {
    Map<String, String> words = new HashMap<>(shipped.texts(language.tag()));
    entries.forEach(
        (key, entry) -> {
          @Nullable TextVersion said = leaving ? entry.leaving() : entry.newest();
          if (said == null) {
            words.remove(key);
          } else {
            words.put(key, said.body());
          }
        });
    return Map.copyOf(words);
  }
}
