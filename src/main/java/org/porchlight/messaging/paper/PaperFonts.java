package org.porchlight.messaging.paper;

import java.util.List;
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

  /** The first that has the character. */
  static Optional<PaperFont> of(int character) {
    return Loaded.FONTS.stream().filter(font -> font.layout().canDisplay(character)).findFirst();
  }

  /** Marks of direction and joiners are no glyphs: they need no font. */
  static boolean invisible(int character) {
    return Character.getType(character) == Character.FORMAT;
  }

  static boolean has(String text) {
    return text.codePoints()
        .allMatch(character -> invisible(character) || of(character).isPresent());
  }

  static PaperFont latin() {
    return Loaded.FONTS.getFirst();
  }
}
