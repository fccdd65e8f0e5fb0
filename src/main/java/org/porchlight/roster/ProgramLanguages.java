package org.porchlight.roster;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages of the program's families, for every list to choose from; and their names. */
public final class ProgramLanguages {

  /** BCP 47: those in which the program writes. Dari is the Persian of Afghanistan. */
  public static final List<String> WRITTEN =
      List.of(
          "en", "es", "pt", "ht", "ar", "ps", "fa-AF", "ur", "zh-Hans", "zh-Hant", "uk", "ru", "sq",
          "pl", "fr", "vi", "tr", "kea");

  /** Also those that only visitors and interpreters speak for it. */
  public static final List<String> SPOKEN =
      Stream.concat(WRITTEN.stream(), Stream.of("bn", "fa")).toList();

  private static final String CAPE_VERDEAN = "kea";

  private ProgramLanguages() {}

  /** As a speaker of {@code reader} calls the language with this BCP 47 tag. */
  public static String name(String tag, Locale reader) {
    if (tag.equals(CAPE_VERDEAN) && reader.getLanguage().equals("en")) {
      return "Cape Verdean Creole";
    }
    return ULocale.forLanguageTag(tag).getDisplayNameWithDialect(ULocale.forLocale(reader));
  }
}
