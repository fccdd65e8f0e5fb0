package org.porchlight.messaging.web;

import com.ibm.icu.util.ULocale;
import org.porchlight.messaging.text.ShippedTexts;

/** A language as a reader of English, and one who speaks it, call it. */
record LanguageName(String tag, String english, String own, boolean rightToLeft) {

  static LanguageName of(ShippedTexts.Written language) {
    ULocale locale = ULocale.forLanguageTag(language.bcp47());
    return new LanguageName(
        language.tag(),
        locale.getDisplayNameWithDialect(ULocale.ENGLISH),
        locale.getDisplayNameWithDialect(locale),
        language.rightToLeft());
  }
}
