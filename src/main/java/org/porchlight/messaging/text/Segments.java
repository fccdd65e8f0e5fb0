package org.porchlight.messaging.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parts that a text is sent, and paid, in (3GPP TS 23.038 and 23.040). One character outside
 * GSM-7 makes the whole text UCS-2, with less than half of the room.
 *
 * @param encoding of the whole text
 * @param units septets (GSM-7) or UTF-16 units (UCS-2), without headers
 * @param parts the text of each part, in order; a pair that means one character is never split
 * @param costly the characters, as a reader sees them, that keep the text out of GSM-7
 */
public record Segments(Encoding encoding, int units, List<String> parts, Set<String> costly) {

  private static final String BASIC =
      "@£$¥èéùìòÇ\n"
          + "Øø\r"
          + "ÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";
  private static final Pattern AS_READ = Pattern.compile("\\X");

  /** How the characters go over the air. */
  public enum Encoding {
    /** Seven bits each, two for the few of the extension table. */
    GSM_7(160, 153),
    /** Sixteen bits each, two for those outside the basic plane. */
    UCS_2(70, 67);

    private final int alone;
    private final int each;

    Encoding(int alone, int each) {
      this.alone = alone;
      this.each = each;
    }

    private int units(int character) {
      if (this == UCS_2) {
        return Character.charCount(character);
      }
      return EXTENSION.indexOf(character) < 0 ? 1 : 2;
    }
  }

  /** Counts one segment for an empty text too. */
  public static Segments of(String text) {
    Encoding encoding = text.codePoints().allMatch(Segments::gsm) ? Encoding.GSM_7 : Encoding.UCS_2;
    int units = text.codePoints().map(encoding::units).sum();
    List<String> parts = units <= encoding.alone ? List.of(text) : cut(text, encoding);
    return new Segments(encoding, units, parts, costlyOf(text));
  }

  /** How many are paid for. */
  public int count() {
    return parts.size();
  }

  private static boolean gsm(int character) {
    return BASIC.indexOf(character) >= 0 || EXTENSION.indexOf(character) >= 0;
  }

  private static List<String> cut(String text, Encoding encoding) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int used = 0;
    for (int character : text.codePoints().toArray()) {
      int needed = encoding.units(character);
      if (used + needed > encoding.each) {
        parts.add(part.toString());
        part.setLength(0);
        used = 0;
      }
      part.appendCodePoint(character);
      used += needed;
    }
    parts.add(part.toString());
    return List.copyOf(parts);
  }

  private static Set<String> costlyOf(String text) {
    return AS_READ
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(seen -> !seen.codePoints().allMatch(Segments::gsm))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
