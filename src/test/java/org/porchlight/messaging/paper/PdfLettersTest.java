package org.porchlight.messaging.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.messaging.PrintedWords.Letter;

class PdfLettersTest {

  private final PdfLetters letters = new PdfLetters();

  @Test
  void shouldPrintALetterThatCanBeReadAsText() throws IOException {
    Letter letter =
        letter(
            "es",
            false,
            "Hola de parte de Brookfield Family Visits. Ana (docente) y Jo quisieran conocer a su"
                + " familia y oír sus esperanzas para su niño o niña, en el día y el lugar que le"
                + " gusten.");

    assertThat(text(letter, "letter-es"))
        .contains(
            "Luz Example", "Hola de parte de Brookfield Family Visits.", "oír sus esperanzas");
  }

  @Test
  void shouldJoinTheLettersOfArabicScriptsAndKeepLatinNamesInPlace() throws IOException {
    Letter arabic =
        letter(
            "ar",
            true,
            "مرحبا من \u2068Brookfield Family Visits\u2069 في \u2068Elm Street School\u2069. يود"
                + " \u2068Ana\u2069 (التعليم) و\u2068Jo\u2069 التعرف على عائلتكم وسماع ما تتمنونه"
                + " لطفلكم. المترجم مجاني.");
    Letter pashto =
        letter("ps", true, "سلام. \u2068Ana\u2069 غواړي ستاسو کورنۍ وپېژني، په ښوونځي کې.");

    String read = text(arabic, "letter-ar");
    assertThat(read).contains("Brookfield Family Visits", "Elm Street School", "عائلتكم", "مجاني");
    assertThat(text(pashto, "letter-ps")).contains("ښوونځي", "Ana");
  }

  @Test
  void shouldPrintCyrillicVietnameseAndTurkish() throws IOException {
    Letter letter =
        letter(
            "uk",
            false,
            "Вітаємо вашу родину, ґанок і їжа. Tiếng Việt: gặp gia đình. İyi günler, şğı.");

    assertThat(text(letter, "letter-mixed"))
        .contains("Вітаємо вашу родину", "gặp gia đình", "İyi günler");
  }

  /** Whole, as it is shipped: every character has a glyph. */
  @ParameterizedTest
  @ValueSource(strings = {"zh-Hans", "zh-Hant"})
  void shouldPrintBothKindsOfChinese(String language) throws IOException {
    String words = shipped(language, "cases.letter");

    String read = text(letter(language, false, words), "letter-" + language);

    assertThat(read).contains("Luz Example");
    assertThat(read.replace(" ", "")).contains(words.replace(" ", ""));
  }

  @Test
  void shouldDrawAChineseCharacterAsItsReadersWriteIt() {
    Locale mainland = Locale.forLanguageTag("zh-Hans");
    Locale taiwan = Locale.forLanguageTag("zh-Hant");

    assertThat(PaperFonts.of('骨', mainland).orElseThrow().name()).startsWith("noto-sans-sc-");
    assertThat(PaperFonts.of('骨', taiwan).orElseThrow().name()).startsWith("noto-sans-tc-");
    assertThat(PaperFonts.of('a', taiwan).orElseThrow().name()).isEqualTo("noto-sans-latin");
  }

  @Test
  void shouldEmbedOnlyThePartsOfAFontThatALetterNeeds() throws IOException {
    byte[] file = letters.pdf(letter("zh-Hans", false, shipped("zh-Hans", "cases.letter")));

    assertThat(file).hasSizeLessThan(2_000_000);
  }

  @Test
  void shouldGoOnOverThePageAndSayThatItIsADraft() throws IOException {
    Letter letter =
        new Letter(
            "Letter", "en", false, List.of(), "today", List.of("word ".repeat(900)), "DRAFT");
    try (PDDocument document = Loader.loadPDF(letters.pdf(letter))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
      assertThat(new PDFTextStripper().getText(document)).contains("DRAFT");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
    }
  }

  @Test
  void shouldSayWhereThereIsNoFont() {
    Letter letter = letter("am", false, "ሰላም");

    assertThat(letters.printable(letter)).isFalse();
    assertThatThrownBy(() -> letters.pdf(letter)).isInstanceOf(IllegalArgumentException.class);
  }

  /** The template's words, its placeholders as they stand. */
  private static String shipped(String language, String template) throws IOException {
    Properties texts = new Properties();
    try (Reader file =
        new InputStreamReader(
            Objects.requireNonNull(
                PdfLettersTest.class.getResourceAsStream("/texts/" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      texts.load(file);
    }
    return texts.getProperty(template);
  }

  private static Letter letter(String language, boolean rightToLeft, String words) {
    @Nullable String mark = null;
    return new Letter(
        "Letter",
        language,
        rightToLeft,
        List.of("Luz Example", "1 Example Street"),
        "2026-11-23",
        List.of(words),
        mark);
  }

  private String text(Letter letter, String name) throws IOException {
    try (PDDocument document = Loader.loadPDF(letters.pdf(letter))) {
      File folder = new File(System.getProperty("porchlight.build-dir", "target"), "screenshots");
      folder.mkdirs();
      ImageIO.write(
          new PDFRenderer(document).renderImageWithDPI(0, 90),
          "png",
          new File(folder, name + ".png"));
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
