package org.porchlight.messaging.paper;

import com.ibm.icu.text.Bidi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.porchlight.messaging.PrintedWords;
import org.springframework.stereotype.Component;

/** Letters as PDF. */
@Component
class PdfLetters implements PrintedWords {

  private static final float MARGIN = 72;
  private static final float SIZE = 12;
  private static final float LEADING = 20;

  @Override
  public boolean printable(Letter letter) {
    Locale locale = Locale.forLanguageTag(letter.language());
    return texts(letter).allMatch(text -> PaperFonts.has(text, locale));
  }

  private static Stream<String> texts(Letter letter) {
    return Stream.of(
            letter.to().stream(),
            Stream.of(letter.date()),
            letter.paragraphs().stream(),
            Stream.ofNullable(letter.mark()))
        .flatMap(some -> some);
  }

  @Override
  public byte[] pdf(Letter letter) {
    if (!printable(letter)) {
      throw new IllegalArgumentException("There is no font for every character of this letter");
    }
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle(letter.title());
      document.getDocumentCatalog().setLanguage(letter.language());
      new Writing(document, letter).write();
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      document.save(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing a letter", e);
    }
  }

  /** One letter being written, from the top down. */
  private static final class Writing {

    private final PDDocument document;
    private final Letter letter;
    private final Map<PaperFont, EmbeddedFont> fonts = new LinkedHashMap<>();
    private final List<StringBuilder> pages = new ArrayList<>();
    private float y;

    private Writing(PDDocument document, Letter letter) {
      this.document = document;
      this.letter = letter;
    }

    private void write() throws IOException {
      turn();
      if (letter.mark() != null) {
        lines(letter.mark(), Bidi.getBaseDirection(letter.mark()) == Bidi.RTL);
        y -= LEADING / 2;
      }
      // Names and addresses keep the direction of their own script.
      letter.to().forEach(line -> lines(line, Bidi.getBaseDirection(line) == Bidi.RTL));
      y -= LEADING;
      paragraph(letter.date());
      letter.paragraphs().forEach(this::paragraph);
      for (EmbeddedFont font : fonts.values()) {
        font.finish(document);
      }
      for (StringBuilder content : pages) {
        add(content);
      }
    }

    private void turn() {
      pages.add(new StringBuilder());
      y = PDRectangle.LETTER.getHeight() - MARGIN - SIZE;
    }

    private void paragraph(String text) {
      lines(text, letter.rightToLeft());
      y -= LEADING / 2;
    }

    private void lines(String text, boolean rightToLeft) {
      float width = PDRectangle.LETTER.getWidth() - 2 * MARGIN;
      Locale locale = Locale.forLanguageTag(letter.language());
      for (LineOfText line : LineBreaks.of(text, SIZE, width, rightToLeft, locale)) {
        if (y < MARGIN) {
          turn();
        }
        draw(line, letter.rightToLeft() ? MARGIN + width - line.width() : MARGIN);
        y -= LEADING;
      }
    }

    /** What each run says goes with it, for readers that do not look at glyphs. */
    private void draw(LineOfText line, float x) {
      line.runs().forEach(run -> draw(run, x));
    }

    private void draw(LineOfText.Run run, float x) {
      StringBuilder page = pages.getLast();
      page.append("/Span <</ActualText <FEFF");
      run.text().chars().forEach(unit -> page.append(String.format("%04X", unit)));
      page.append(">>> BDC\nBT\n");
      PaperFont inUse = null;
      for (PlacedGlyph glyph : run.glyphs()) {
        EmbeddedFont font = fonts.computeIfAbsent(glyph.font(), EmbeddedFont::new);
        if (glyph.font() != inUse) {
          page.append(name(glyph.font())).append(' ').append(SIZE).append(" Tf\n");
          inUse = glyph.font();
        }
        page.append(
            String.format(
                Locale.ROOT,
                "1 0 0 1 %.3f %.3f Tm <%04X> Tj%n",
                x + glyph.x(),
                y + glyph.y(),
                font.number(glyph)));
      }
      page.append("ET\nEMC\n");
    }

    private static String name(PaperFont font) {
      return "/" + font.name();
    }

    private void add(StringBuilder content) throws IOException {
      PDPage page = new PDPage(PDRectangle.LETTER);
      PDStream stream = new PDStream(document);
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
      }
      page.setContents(stream);
      COSDictionary named = new COSDictionary();
      fonts.forEach((font, embedded) -> named.setItem(font.name(), embedded.dictionary()));
      COSDictionary resources = new COSDictionary();
      resources.setItem(COSName.FONT, named);
      page.setResources(new PDResources(resources));
      document.addPage(page);
    }
  }
}
