package org.porchlight.messaging.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A font in many files, each with the characters that a list beside them names: a letter needs a
 * few of the hundred.
 */
final class PartedFont {

  private static final int HEX = 16;

  private final Map<String, BitSet> characters;
  private final Map<String, PaperFont> loaded = new ConcurrentHashMap<>();

  private PartedFont(Map<String, BitSet> characters) {
    this.characters = characters;
  }

  static PartedFont load(String name) {
    String path = "/fonts/" + name + ".txt";
    try (InputStream file = PartedFont.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException(path + " is missing: build the web assets");
      }
      Map<String, BitSet> parts = new LinkedHashMap<>();
      new String(file.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(line -> line.split(" ", 2))
          .forEach(line -> parts.put(name + "-" + line[0], ranges(line[1])));
      return new PartedFont(parts);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  /** "U+20-22,U+27", as style sheets write them. */
  private static BitSet ranges(String list) {
    BitSet characters = new BitSet();
    for (String range : list.split(",")) {
      String[] ends = range.substring(2).split("-");
      characters.set(
          Integer.parseInt(ends[0], HEX), Integer.parseInt(ends[ends.length - 1], HEX) + 1);
    }
    return characters;
  }

  Optional<PaperFont> of(int character) {
    return characters.entrySet().stream()
        .filter(part -> part.getValue().get(character))
        .map(part -> loaded.computeIfAbsent(part.getKey(), PaperFont::load))
        .filter(font -> font.layout().canDisplay(character))
        .findFirst();
  }
}
