package org.porchlight.messaging.text;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The languages that we write, found by what a language tag most likely means. Never falls back to
 * English.
 */
public final class Languages {

  /** The tags of the languages that we write, each a file under {@code texts/}. */
  public static final List<String> TAGS =
      List.of(
          "en", "es", "pt", "ht", "ar", "ps", "prs", "ur", "zh-Hans", "zh-Hant", "uk", "ru", "sq",
          "pl", "fr", "vi", "tr", "kea");

  /**
   * Spoken languages whose speakers read one of ours, and codes that ICU does not know: Cantonese
   * is written as Traditional Chinese, the kinds of spoken Arabic as Arabic.
   */
  private static final Map<String, String> READ_AS =
      Map.ofEntries(
          Map.entry("dari", "fa_AF"),
          Map.entry("yue", "zh_Hant"),
          Map.entry("cpp", "kea"),
          Map.entry("pbt", "ps"),
          Map.entry("pst", "ps"),
          Map.entry("aln", "sq"),
          Map.entry("acm", "ar"),
          Map.entry("apc", "ar"),
          Map.entry("ajp", "ar"),
          Map.entry("ary", "ar"),
          Map.entry("arz", "ar"));

  private final List<Written> languages =
      TAGS.stream().map(tag -> new Written(Language.load(tag))).toList();

  List<Language> all() {
    return languages.stream().map(Written::language).toList();
  }

  /**
   * {@code es-US} and {@code spa} are {@code es}; {@code zh-TW} is {@code zh-Hant}: the script must
   * agree too. Dari is the Persian of Afghanistan: {@code fa} alone means Iran and is none of ours,
   * because a family is asked in its own language or by an interpreter, never in a neighbor's.
   */
  Optional<Language> find(String tag) {
    String canonical = ULocale.createCanonical(tag).getName();
    ULocale asked = ULocale.createCanonical(READ_AS.getOrDefault(canonical, canonical));
    if (asked.getLanguage().isEmpty() || asked.getLanguage().equals("und")) {
      return Optional.empty();
    }
    ULocale likely = ULocale.addLikelySubtags(asked);
    return languages.stream()
        .filter(written -> written.meantBy(likely))
        .map(Written::language)
        .findFirst();
  }

  /** A language with what its tag says in full; the country only where the file names one. */
  private record Written(Language language, ULocale likely, boolean ofCountry) {

    Written(Language language) {
      this(
          language,
          ULocale.addLikelySubtags(ULocale.forLanguageTag(language.bcp47())),
          !ULocale.forLanguageTag(language.bcp47()).getCountry().isEmpty());
    }

    boolean meantBy(ULocale asked) {
      return likely.getLanguage().equals(asked.getLanguage())
          && likely.getScript().equals(asked.getScript())
          && (!ofCountry || likely.getCountry().equals(asked.getCountry()));
    }
  }
}
