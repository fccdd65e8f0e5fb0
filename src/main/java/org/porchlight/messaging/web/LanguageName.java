package org.porchlight.messaging.web;

import com.ibm.icu.util.ULocale;

/** A language as a reader of English, and one who speaks it, call it. */
record LanguageName(String tag, String english, String own, boolean rightToLeft) {

  static LanguageName of(String tag) {
    ULocale language = ULocale.forLanguageTag(tag);
    return new LanguageName(
        tag,
        language.getDisplayNameWithDialect(ULocale.ENGLISH),
        language.getDisplayNameWithDialect(language),
        language.isRightToLeft());
  }
}
