package org.porchlight.roster;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Language codes of sources (ISO 639-2/B and /T, 639-1, or a BCP 47 tag) as BCP 47. */
public final class LanguageCodes {

  /**
   * Where the bibliographic code differs from the terminologic one, and collective codes with one
   * meaning in Connecticut.
   */
  private static final Map<String, String> SPECIAL =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("bur", "my"),
          Map.entry("chi", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("mac", "mk"),
          Map.entry("may", "ms"),
          Map.entry("mao", "mi"),
          Map.entry("per", "fa"),
          Map.entry("prs", "fa-AF"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("tib", "bo"),
          Map.entry("wel", "cy"),
          Map.entry("cpp", "kea"));

  private static final Map<String, String> BY_ISO3 = byIso3();

  private LanguageCodes() {}

  private static Map<String, String> byIso3() {
    Map<String, String> codes = new HashMap<>();
    for (String language : Locale.getISOLanguages()) {
      if (language.length() == 2) {
        codes.putIfAbsent(Locale.of(language).getISO3Language(), language);
      }
    }
    return Map.copyOf(codes);
  }

  /**
   * Empty for what is no code; {@code und}, {@code zxx}, {@code mul} and {@code mis} name no
   * language either.
   */
  public static Optional<String> toBcp47(String code) {
    String given = code.strip();
    String lower = given.toLowerCase(Locale.ROOT);
    if (lower.matches("und|zxx|mul|mis")) {
      return Optional.empty();
    }
    if (SPECIAL.containsKey(lower)) {
      return Optional.ofNullable(SPECIAL.get(lower));
    }
    if (BY_ISO3.containsKey(lower)) {
      return Optional.ofNullable(BY_ISO3.get(lower));
    }
    if (lower.matches("[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*")) {
      String tag = Locale.forLanguageTag(given.replace('_', '-')).toLanguageTag();
      return tag.equals("und") ? Optional.empty() : Optional.of(tag);
    }
    return Optional.empty();
  }
}
