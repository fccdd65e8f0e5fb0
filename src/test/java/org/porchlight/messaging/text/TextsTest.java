package org.porchlight.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.porchlight.messaging.NoTranslation;

class TextsTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Map<String, Object> VALUES =
      Map.ofEntries(
          Map.entry("schoolName", "Elm Street School"),
          Map.entry("name1", "Ana"),
          Map.entry("name2", "Jo"),
          Map.entry("role1", "TEACHER"),
          Map.entry("role2", "COMMUNITY_PARTNER"),
          Map.entry("placeCode", "LIBRARY"),
          Map.entry("partner", "Jo"),
          Map.entry("asks", "1: Jo; 2: Ana"),
          Map.entry("example", "1"),
          Map.entry("when1", Instant.parse("2026-12-04T19:30:00Z")),
          Map.entry("when2", Instant.parse("2026-12-05T15:00:00Z")),
          Map.entry("when3", Instant.parse("2026-12-06T20:00:00Z")),
          Map.entry("when", Instant.parse("2026-12-04T19:30:00Z")),
          Map.entry("visitDate", "2026-12-04"),
          Map.entry("until", "2026-12-18"),
          Map.entry("words", "See you at the library"),
          Map.entry("link", "https://porchlight.example/v/1"));

  private final Texts texts = new Texts(new TextSettings("Family Visits", true));

  static Stream<Arguments> everyText() {
    Texts texts = new Texts(new TextSettings("Family Visits", true));
    return Languages.TAGS.stream()
        .flatMap(
            language ->
                texts.templates().keySet().stream().map(name -> Arguments.of(name, language)));
  }

  @ParameterizedTest
  @MethodSource("everyText")
  void shouldUseOnlyTheArgumentsOfTheTemplate(String template, String language) {
    Language found = texts.languages().find(language).orElseThrow();

    MessageFormat format = new MessageFormat(found.require(template), found.locale());

    assertThat(texts.templates().get(template).usableNames())
        .containsAll(format.getArgumentNames());
    assertThat(format.getArgumentNames()).contains("program");
  }

  @ParameterizedTest
  @MethodSource("everyText")
  void shouldLeaveNoPlaceholderOpen(String template, String language) {
    String full = texts.render(template, language, VALUES, "Brookfield", NEW_YORK);
    Map<String, Object> fewest = new HashMap<>(VALUES);
    texts.templates().get(template).arguments().stream()
        .filter(ArgumentShape::optional)
        .forEach(argument -> fewest.remove(argument.name()));
    String short_ = texts.render(template, language, fewest, "Brookfield", NEW_YORK);

    assertThat(full).doesNotContain("{", "}", "null").contains("Brookfield Family Visits");
    assertThat(short_).doesNotContain("{", "}", "null");
    assertThat(full.length()).isLessThan(640);
  }

  @ParameterizedTest
  @MethodSource("everyText")
  void shouldHoldNoWordOfEnforcementAndNoReason(String template, String language) {
    List<String> forbidden = TextFiles.words(TextFiles.read("forbidden-words").get(language));
    String text =
        texts.render(template, language, VALUES, "Brookfield", NEW_YORK).toLowerCase(Locale.ROOT);

    assertThat(forbidden).isNotEmpty();
    assertThat(forbidden).noneMatch(text::contains);
  }

  @ParameterizedTest
  @MethodSource("everyText")
  void shouldNeverAskForAReplyThatTheProviderTakesAsStop(String template, String language) {
    String text = texts.render(template, language, VALUES, "Brookfield", NEW_YORK);

    assertThat(List.of(text.split("[^\\p{L}]+")))
        .doesNotContain("CANCEL", "END", "QUIT", "CANCELAR");
  }

  @Test
  void shouldWriteDatesAndTimesInTheLanguageAndTheZone() {
    assertThat(reminder("en")).contains("Friday, December 4", "2:30 PM");
    assertThat(reminder("es")).contains("viernes, 4 de diciembre", "2:30");
    assertThat(reminder("pt")).contains("na sexta-feira, 4 de dezembro, às 14:30");
    assertThat(reminder("ht")).contains("vandredi 4 desanm", "2:30 PM");
    assertThat(reminder("ar")).contains("الجمعة", "ديسمبر");
  }

  /**
   * Checked by hand against CLDR 48: an afternoon in winter, a morning in summer, both New York.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Friday, December 4|2:30 PM|Sunday, July 5|9:05 AM",
        "es|viernes, 4 de diciembre|2:30 pm|domingo, 5 de julio|9:05 am",
        "pt|na sexta-feira, 4 de dezembro|14:30|no domingo, 5 de julho|9:05",
        "ht|vandredi 4 desanm|2:30 PM|dimanch 5 jiyè|9:05 AM",
        "ar|الجمعة، 4 ديسمبر|2:30 م|الأحد، 5 يوليو|9:05 ص",
        "ps|جمعه، 4 دسمبر|له غرمې وروسته 2:30 بجې|یکشنبه، 5 جولای|له غرمې مخکې 9:05 بجې",
        "prs|جمعه 4 دسمبر|2:30 بعد از ظهر|یکشنبه 5 جولای|9:05 قبل از ظهر",
        "ur|جمعہ، 4 دسمبر|دوپہر 2:30 بجے|اتوار، 5 جولائی|صبح 9:05 بجے",
        "zh-Hans|12月4日星期五|下午2:30|7月5日星期日|上午9:05",
        "zh-Hant|12月4日星期五|下午2:30|7月5日星期日|上午9:05",
        "uk|у п’ятницю, 4 грудня|14:30|у неділю, 5 липня|9:05",
        "ru|в пятницу, 4 декабря|14:30|в воскресенье, 5 июля|9:05",
        "sq|të premten, 4 dhjetor|14:30|të dielën, 5 korrik|9:05",
        "pl|w piątek, 4 grudnia|14:30|w niedzielę, 5 lipca|9:05",
        "fr|vendredi 4 décembre|14 h 30|dimanche 5 juillet|9 h 05",
        "vi|Thứ Sáu, 4 tháng 12|2:30 chiều|Chủ Nhật, 5 tháng 7|9:05 sáng",
        "tr|4 Aralık Cuma|14:30|5 Temmuz Pazar|9:05",
        "kea|sesta-fera, 4 di Dizenbru|14:30|dumingu, 5 di Julhu|9:05",
      })
  void shouldWriteWinterAndSummerAsTheLanguageDoes(
      String language, String winterDay, String winterTime, String summerDay, String summerTime) {
    Moments moments = new Moments(texts.languages().find(language).orElseThrow(), NEW_YORK);
    Instant winter = Instant.parse("2026-12-04T19:30:00Z");
    Instant summer = Instant.parse("2026-07-05T13:05:00Z");

    assertThat(moments.date(winter)).isEqualTo(winterDay);
    assertThat(moments.time(winter)).isEqualTo(winterTime);
    assertThat(moments.date(summer)).isEqualTo(summerDay);
    assertThat(moments.time(summer)).isEqualTo(summerTime);
  }

  @Test
  void shouldWriteADayAfterUntilInTheFormThatFollowsIt() {
    assertThat(texts.render("cases.pauseReceipt", "pl", VALUES, "Brookfield", NEW_YORK))
        .contains("do 18 grudnia");
    assertThat(texts.render("cases.pauseReceipt", "ru", VALUES, "Brookfield", NEW_YORK))
        .contains("до 18 декабря");
    assertThat(texts.render("cases.pauseReceipt", "en", VALUES, "Brookfield", NEW_YORK))
        .contains("until Friday, December 18");
  }

  @Test
  void shouldTranslateRolesAndPlaces() {
    assertThat(texts.render("cases.invitation", "es", VALUES, "Brookfield", NEW_YORK))
        .contains("Ana (docente)");
    assertThat(texts.render("visits.visitConfirmed", "ht", VALUES, "Brookfield", NEW_YORK))
        .contains("nan bibliyotèk la");
    Map<String, Object> odd = new HashMap<>(VALUES);
    odd.put("role1", "TRUANT_OFFICER_X");
    assertThat(texts.render("cases.invitation", "en", odd, "Brookfield", NEW_YORK))
        .contains("member of the school community")
        .doesNotContain("TRUANT");
  }

  @Test
  void shouldIsolateLatinNamesAndLinksInArabic() {
    String text = texts.render("visits.askVisitor", "ar", VALUES, "Brookfield", NEW_YORK);

    assertThat(text).contains("\u2068Jo\u2069", "\u2068https://porchlight.example/v/1\u2069");
  }

  @Test
  void shouldNotLetAValueBreakOutOfItsPlace() {
    Map<String, Object> hostile = new HashMap<>(VALUES);
    hostile.put("name1", "An\u2069a\n{link}\u202e");

    String text = texts.render("cases.invitation", "ar", hostile, "Brookfield", NEW_YORK);

    assertThat(text).contains("\u2068An a {link}\u2069").doesNotContain("\u202e", "\n");
  }

  @Test
  void shouldFindTheLanguageByItsLikelyMeaningAndNeverEnglish() {
    assertThat(texts.written("es-US")).contains("es");
    assertThat(texts.written("spa")).contains("es");
    assertThat(texts.written("pt-BR")).contains("pt");
    assertThat(texts.written("ar-SY")).contains("ar");
    assertThat(texts.written("zh")).contains("zh-Hans");
    assertThat(texts.written("zh-CN")).contains("zh-Hans");
    assertThat(texts.written("chi")).contains("zh-Hans");
    assertThat(texts.written("zh-TW")).contains("zh-Hant");
    assertThat(texts.written("zh_HK")).contains("zh-Hant");
    assertThat(texts.written("yue")).contains("zh-Hant");
    assertThat(texts.written("fa-AF")).contains("prs");
    assertThat(texts.written("prs")).contains("prs");
    assertThat(texts.written("dari")).contains("prs");
    assertThat(texts.written("pus")).contains("ps");
    assertThat(texts.written("hat")).contains("ht");
    assertThat(texts.written("urd")).contains("ur");
    assertThat(texts.written("alb")).contains("sq");
    assertThat(texts.written("sqi")).contains("sq");
    assertThat(texts.written("vie")).contains("vi");
    assertThat(texts.written("tur")).contains("tr");
    assertThat(texts.written("kea-CV")).contains("kea");
    assertThat(texts.written("arb")).contains("ar");
  }

  @Test
  void shouldTakeNoLanguageForItsNeighbor() {
    assertThat(List.of("fa", "fas", "per", "fa-IR", "sr", "hr", "be", "bg", "uz-AF", "az", "so"))
        .allSatisfy(tag -> assertThat(texts.written(tag)).as(tag).isEmpty());
    assertThat(List.of("", "und", "und-US", "zxx", "x", "not a tag", "english"))
        .allSatisfy(tag -> assertThat(texts.written(tag)).as(tag).isEmpty());
    assertThatThrownBy(() -> texts.render("cases.invitation", "fa", VALUES, "Brookfield", NEW_YORK))
        .isInstanceOf(NoTranslation.class);
  }

  @Test
  void shouldSendOnlyApprovedTranslations() {
    Texts strict = new Texts(new TextSettings("Family Visits", false));

    assertThat(strict.speaks("cases.invitation", "es")).isFalse();
    assertThat(strict.speaks("cases.invitation", "en")).isTrue();
  }

  @Test
  void shouldSayWhichArgumentIsMissingWithoutAnyValue() {
    assertThatThrownBy(
            () ->
                texts.render(
                    "visits.visitReminder", "en", Map.of("name1", "Ana"), "Brookfield", NEW_YORK))
        .hasMessageContaining("'when'")
        .hasMessageNotContaining("Ana");
  }

  private String reminder(String language) {
    return texts.render("visits.visitReminder", language, VALUES, "Brookfield", NEW_YORK);
  }
}
