package org.porchlight.messaging.paper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fonts for letters; loaded when the first letter is printed. */
final class PaperFonts {

  /** The parts of Noto Sans, by script. */
  private static final List<String> NAMES =
      List.of(
          "noto-sans-latin",
          "noto-sans-latin-ext",
          "noto-sans-vietnamese",
          "noto-sans-cyrillic",
          "noto-sans-cyrillic-ext",
          "noto-sans-greek",
          "noto-sans-arabic-arabic");

  private PaperFonts() {}

  private static final class Loaded {
    private static final List<PaperFont> FONTS = NAMES.stream().map(PaperFont::load).toList();
  }

  private static final class Chinese {
    private static final PartedFont SIMPLIFIED = PartedFont.load("noto-sans-sc");
    private static final PartedFont TRADITIONAL = PartedFont.load("noto-sans-tc");
  }

  /**
   * The first that has the character.
   *
   * @param locale of the letter: a Chinese character may be drawn in two ways
   */
  static Optional<PaperFont> of(int character, Locale locale) {
    return Loaded.FONTS.stream()
        .filter(font -> font.layout().canDisplay(character))
        .findFirst()
        .or(() -> chinese(character, locale));
  }

  private static Optional<PaperFont> chinese(int character, Locale locale) {
    boolean traditional = locale.getScript().equals("Hant");
    PartedFont first = traditional ? Chinese.TRADITIONAL : Chinese.SIMPLIFIED;
    PartedFont second = traditional ? Chinese.SIMPLIFIED : Chinese.TRADITIONAL;
    return first.of(character).or(() -> second.of(character));
  }

  /** Marks of direction and joiners are no glyphs: they need no font. */
  static boolean invisible(int character) {
    return Character.getType(character) == Character.FORMAT;
  }

  static boolean has(String text, Locale locale) {
    return text.codePoints()
        .allMatch(character -> invisible(character) || of(character, locale).isPresent());
  }

  static PaperFont latin() {
    return Loaded.FONTS.getFirst();
  }
}
