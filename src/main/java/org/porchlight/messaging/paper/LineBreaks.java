package org.porchlight.messaging.paper;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Breaks a paragraph into lines and shapes each: letters joined, directions in their order, each
 * character in a font that has it. Java's own text layout (HarfBuzz) does the shaping.
 */
final class LineBreaks {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final String text;
  private final float size;
  private final boolean rightToLeft;
  private final Locale locale;

  private LineBreaks(String text, float size, boolean rightToLeft, Locale locale) {
    this.text = text;
    this.size = size;
    this.rightToLeft = rightToLeft;
    this.locale = locale;
  }

  static List<LineOfText> of(
      String text, float size, float width, boolean rightToLeft, Locale locale) {
    if (text.isBlank()) {
      return List.of();
    }
    return new LineBreaks(text, size, rightToLeft, locale).lines(width);
  }

  private List<LineOfText> lines(float width) {
    AttributedString attributed = new AttributedString(text);
    attributed.addAttribute(TextAttribute.RUN_DIRECTION, rightToLeft);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      Font font = font(i).layout().deriveFont(size);
      attributed.addAttribute(
          TextAttribute.FONT, font, i, i + Character.charCount(text.codePointAt(i)));
    }
    LineBreakMeasurer measurer =
        new LineBreakMeasurer(
            attributed.getIterator(), BreakIterator.getLineInstance(locale), CONTEXT);
    Bidi paragraph = new Bidi();
    paragraph.setPara(text, rightToLeft ? Bidi.RTL : Bidi.LTR, null);
    List<LineOfText> lines = new ArrayList<>();
    while (measurer.getPosition() < text.length()) {
      int start = measurer.getPosition();
      measurer.setPosition(measurer.nextOffset(width));
      lines.add(line(paragraph, start, measurer.getPosition()));
    }
    return lines;
  }

  private LineOfText line(Bidi paragraph, int start, int limit) {
    // The space at which a line breaks is not drawn.
    int end = limit;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    List<LineOfText.Run> runs = new ArrayList<>();
    float x = 0;
    if (end > start) {
      Bidi line = paragraph.setLine(start, end);
      for (int i = 0; i < line.countRuns(); i++) {
        BidiRun run = line.getVisualRun(i);
        int from = start + run.getStart();
        int to = start + run.getLimit();
        List<PlacedGlyph> glyphs = new ArrayList<>();
        List<int[]> parts = parts(from, to);
        boolean backwards = run.getDirection() == Bidi.RTL;
        for (int[] part : backwards ? parts.reversed() : parts) {
          x = shape(part[0], part[1], backwards, x, glyphs);
        }
        runs.add(new LineOfText.Run(seen(text.substring(from, to)), glyphs));
      }
    }
    return new LineOfText(x, runs);
  }

  /** Stretches of one font. */
  private List<int[]> parts(int start, int limit) {
    List<int[]> parts = new ArrayList<>();
    int from = start;
    for (int i = start; i < limit; i += Character.charCount(text.codePointAt(i))) {
      if (i > from && font(i) != font(from)) {
        parts.add(new int[] {from, i});
        from = i;
      }
    }
    parts.add(new int[] {from, limit});
    return parts;
  }

  /** Of an invisible character, that of what stands before it. */
  private PaperFont font(int index) {
    int at = index;
    while (at > 0 && PaperFonts.invisible(text.codePointAt(at))) {
      at--;
    }
    return PaperFonts.of(text.codePointAt(at), locale).orElseGet(PaperFonts::latin);
  }

  private float shape(
      int start, int limit, boolean backwards, float from, List<PlacedGlyph> glyphs) {
    PaperFont font = font(start);
    char[] characters = text.toCharArray();
    GlyphVector shaped =
        font.layout()
            .deriveFont(size)
            .layoutGlyphVector(
                CONTEXT,
                characters,
                start,
                limit,
                backwards ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
    TreeSet<Integer> signs = new TreeSet<>();
    for (int i = 0; i < shaped.getNumGlyphs(); i++) {
      signs.add(shaped.getGlyphCharIndex(i));
    }
    for (int i = 0; i < shaped.getNumGlyphs(); i++) {
      int sign = shaped.getGlyphCharIndex(i);
      Integer next = signs.higher(sign);
      String stands = seen(text.substring(start + sign, next == null ? limit : start + next));
      int glyph = shaped.getGlyphCode(i);
      boolean drawn = glyph < 0xFFFE && !stands.isEmpty();
      if (drawn) {
        var place = shaped.getGlyphPosition(i);
        glyphs.add(
            new PlacedGlyph(
                font,
                glyph,
                firstOf(shaped, i) ? stands : "",
                from + (float) place.getX(),
                (float) -place.getY()));
      }
    }
    return from + (float) shaped.getGlyphPosition(shaped.getNumGlyphs()).getX();
  }

  /** Marks of direction have done their work: in the file they would do it again. */
  private static String seen(String text) {
    return text.codePoints()
        .filter(character -> !PaperFonts.invisible(character))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether no glyph before it stands for the same sign. */
  private static boolean firstOf(GlyphVector shaped, int index) {
    int sign = shaped.getGlyphCharIndex(index);
    for (int i = 0; i < index; i++) {
      if (shaped.getGlyphCharIndex(i) == sign) {
        return false;
      }
    }
    return true;
  }
}
