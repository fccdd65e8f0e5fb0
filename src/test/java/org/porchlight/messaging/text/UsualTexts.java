package org.porchlight.messaging.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every text as a family or visitor would usually get it. */
final class UsualTexts {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Map<String, Object> VALUES =
      Map.ofEntries(
          Map.entry("schoolName", "Elm Street School"),
          Map.entry("name1", "Ana Ruiz"),
          Map.entry("role1", "TEACHER"),
          Map.entry("name2", "Jo Park"),
          Map.entry("role2", "FAMILY_LIAISON"),
          Map.entry("placeCode", "HOME"),
          Map.entry("partner", "Jo Park"),
          Map.entry("asks", "1: Ana Ruiz; 2: Jo Park"),
          Map.entry("example", "1"),
          Map.entry("when", Instant.parse("2026-12-04T19:30:00Z")),
          Map.entry("when1", Instant.parse("2026-12-04T19:30:00Z")),
          Map.entry("when2", Instant.parse("2026-12-05T15:00:00Z")),
          Map.entry("when3", Instant.parse("2026-12-06T20:00:00Z")),
          Map.entry("visitDate", "2026-12-04"),
          Map.entry("until", "2026-12-18"),
          Map.entry("link", "https://porchlight.example/v/1"));

  /** What staff wrote, which nobody translates. */
  private static final Map<String, String> OWN_WORDS =
      Map.of("ar", "نراكم في المكتبة.", "zh-Hans", "图书馆见。", "zh-Hant", "圖書館見。");

  private final Texts texts = new Texts(new TextSettings("Family Visits", true));

  List<TemplateShape> templates() {
    return List.copyOf(texts.templates().values());
  }

  List<Language> languages() {
    return texts.languages().all();
  }

  String render(TemplateShape template, Language language) {
    Map<String, Object> values = new HashMap<>(VALUES);
    values.put("words", OWN_WORDS.getOrDefault(language.tag(), "See you at the library."));
    return texts.render(template.name(), language.tag(), values, "Brookfield", NEW_YORK);
  }
}
