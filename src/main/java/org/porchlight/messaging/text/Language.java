package org.porchlight.messaging.text;

import com.ibm.icu.util.ULocale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One language's translations, words and names. */
record Language(String tag, Map<String, String> texts) {

  static Language load(String tag) {
    return new Language(tag, TextFiles.read(tag));
  }

  /** What BCP 47 calls the language where its tag here is another one. */
  String bcp47() {
    return texts.getOrDefault("locale", tag);
  }

  /**
   * Written as people in the United States would: Gregorian calendar and the digits of the phone's
   * keys in every language, and the hours as the language's file says.
   */
  ULocale locale() {
    ULocale.Builder locale = new ULocale.Builder().setLanguageTag(bcp47());
    if (ULocale.forLanguageTag(bcp47()).getCountry().isEmpty()) {
      locale.setRegion("US");
    }
    return locale
        .setUnicodeLocaleKeyword("ca", "gregory")
        .setUnicodeLocaleKeyword("nu", "latn")
        .build();
  }

  boolean rightToLeft() {
    return locale().isRightToLeft();
  }

  State state() {
    return State.valueOf(require("state").toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  @Nullable String text(String key) {
    return texts.get(key);
  }

  String require(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalStateException("texts/" + tag + ".properties lacks '" + key + "'");
    }
    return text;
  }

  /**
   * The translation of a code; a code that the language does not know becomes its OTHER, never the
   * code itself.
   */
  String code(String group, String code) {
    String known = texts.get(group + "." + code);
    return known != null ? known : require(group + ".OTHER");
  }

  /** How far a translation has come; only an approved one leaves the house. */
  enum State {
    MACHINE_DRAFTED,
    REVIEWED,
    APPROVED
  }
}
