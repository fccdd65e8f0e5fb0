package org.porchlight.roster.edfi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.roster.EdFiElement;
import org.porchlight.roster.EdFiResource.Notes;
import org.porchlight.roster.LanguageCodes;
import org.porchlight.roster.Records;
import org.porchlight.roster.RowSink.Rule;

/**
 * The languages of a person by their use. A use that is not told falls back to the language of the
 * home, which is what the family reads and speaks; where nothing is told, nothing is guessed.
 */
record EdFiLanguages(Map<String, String> byUse) {

  private static final String ANY = "";

  static EdFiLanguages of(EdFiElement person, Notes notes) {
    Map<String, String> byUse = new HashMap<>();
    for (EdFiElement language : person.all("Language")) {
      String code = language.code("Language").orElse("");
      String tag = LanguageCodes.toBcp47(code).orElse(null);
      if (tag == null) {
        notes.flag("Language", Rule.UNKNOWN_CODE, code);
        continue;
      }
      List<EdFiElement> uses = language.all("LanguageUse");
      if (uses.isEmpty()) {
        byUse.putIfAbsent(ANY, tag);
      }
      uses.forEach(use -> byUse.putIfAbsent(Records.code(use.code().orElse(ANY)), tag));
    }
    return new EdFiLanguages(byUse);
  }

  @Nullable String written() {
    return first(
        "correspondence language",
        "correspondence",
        "written language",
        "home language",
        "dominant language",
        "native language",
        ANY);
  }

  @Nullable String spoken() {
    return first("spoken language", "home language", "dominant language", "native language", ANY);
  }

  @Nullable String home() {
    return first(
        "home language",
        "correspondence language",
        "correspondence",
        "dominant language",
        "native language",
        ANY);
  }

  private @Nullable String first(String... uses) {
    for (String use : uses) {
      String tag = byUse.get(use);
      if (tag != null) {
        return tag;
      }
    }
    return null;
  }
}
