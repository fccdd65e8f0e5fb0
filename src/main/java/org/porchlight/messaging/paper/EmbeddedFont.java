package org.porchlight.messaging.paper;

import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A font in a PDF, in which each pair of a glyph and what it stands for has a number of its own:
 * the same shape may stand for several letters, and whoever copies or reads the text aloud needs to
 * know. (ISO 32000-1, 9.7)
 */
final class EmbeddedFont {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final PaperFont font;
  private final COSDictionary dictionary = new COSDictionary();
  private final Map<List<Object>, Integer> numbers = new LinkedHashMap<>();

  EmbeddedFont(PaperFont font) {
    this.font = font;
  }

  COSDictionary dictionary() {
    return dictionary;
  }

  /** Counts from 1; 0 is what a font shows where it lacks a glyph. */
  int number(PlacedGlyph glyph) {
    return numbers.computeIfAbsent(
        List.of(glyph.glyph(), glyph.text()), pair -> numbers.size() + 1);
  }

  /** After all numbers are given. */
  void finish(PDDocument document) throws IOException {
    COSName name = COSName.getPDFName("PORCHL+" + font.name());
    dictionary.setItem(COSName.TYPE, COSName.FONT);
    dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
    dictionary.setItem(COSName.BASE_FONT, name);
    dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    COSArray descendants = new COSArray();
    descendants.add(descendant(document, name));
    dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
    dictionary.setItem(
        COSName.TO_UNICODE, stream(document, toUnicode().getBytes(StandardCharsets.US_ASCII)));
  }

  private COSDictionary descendant(PDDocument document, COSName name) throws IOException {
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Identity"));
    system.setInt(COSName.SUPPLEMENT, 0);
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setItem(COSName.FONT_NAME, name);
    descriptor.setInt(COSName.FLAGS, 4);
    COSArray box = new COSArray();
    for (int edge : new int[] {-1000, -700, 3000, 1500}) {
      box.add(COSInteger.get(edge));
    }
    descriptor.setItem(COSName.FONT_BBOX, box);
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, 1069);
    descriptor.setInt(COSName.DESCENT, -293);
    descriptor.setInt(COSName.CAP_HEIGHT, 714);
    descriptor.setInt(COSName.STEM_V, 80);
    COSStream program = stream(document, font.program());
    program.setInt(COSName.LENGTH1, font.program().length);
    descriptor.setItem(COSName.FONT_FILE2, program);
    COSDictionary cid = new COSDictionary();
    cid.setItem(COSName.TYPE, COSName.FONT);
    cid.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    cid.setItem(COSName.BASE_FONT, name);
    cid.setItem(COSName.CIDSYSTEMINFO, system);
    cid.setItem(COSName.FONT_DESC, descriptor);
    cid.setItem(COSName.W, widths());
    cid.setItem(COSName.CID_TO_GID_MAP, stream(document, glyphs()));
    return cid;
  }

  private COSArray widths() {
    COSArray each = new COSArray();
    for (List<Object> pair : numbers.keySet()) {
      float width =
          font.layout()
              .deriveFont(1000f)
              .createGlyphVector(CONTEXT, new int[] {(Integer) pair.getFirst()})
              .getGlyphMetrics(0)
              .getAdvance();
      each.add(new COSFloat(width));
    }
    COSArray widths = new COSArray();
    widths.add(COSInteger.get(1));
    widths.add(each);
    return widths;
  }

  private byte[] glyphs() {
    byte[] map = new byte[2 * (numbers.size() + 1)];
    numbers.forEach(
        (pair, number) -> {
          int glyph = (Integer) pair.getFirst();
          map[2 * number] = (byte) (glyph >> 8);
          map[2 * number + 1] = (byte) glyph;
        });
    return map;
  }

  private String toUnicode() {
    List<String> lines = new ArrayList<>();
    numbers.forEach(
        (pair, number) -> {
          String text = (String) pair.getLast();
          if (!text.isEmpty()) {
            StringBuilder hex = new StringBuilder();
            text.chars().forEach(unit -> hex.append(String.format("%04X", unit)));
            lines.add(String.format("<%04X> <%s>", number, hex));
          }
        });
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    for (int from = 0; from < lines.size(); from += 100) {
      List<String> some = lines.subList(from, Math.min(lines.size(), from + 100));
      map.append(some.size()).append(" beginbfchar\n");
      some.forEach(line -> map.append(line).append('\n'));
      map.append("endbfchar\n");
    }
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  private static COSStream stream(PDDocument document, byte[] content) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content);
    }
    return stream;
  }
}
