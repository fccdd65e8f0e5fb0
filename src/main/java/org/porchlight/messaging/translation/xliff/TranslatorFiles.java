package org.porchlight.messaging.translation.xliff;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.TextCosts;
import org.porchlight.messaging.text.Samples;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.TextChecks;
import org.porchlight.messaging.text.TextPieces;
import org.porchlight.messaging.text.TextPieces.Piece;
import org.porchlight.messaging.text.TextProblem;
import org.porchlight.messaging.translation.TextEntry;
import org.porchlight.messaging.translation.TextEntry.Progress;
import org.porchlight.messaging.translation.TextVersion;
import org.porchlight.messaging.translation.TranslationDesk;
import org.springframework.stereotype.Component;

/** Texts for translators and back: XLIFF 2.0 out, XLIFF 2.0 and 2.1 in. */
@Component
public class TranslatorFiles {

  private static final String GENERAL =
      "Texts to families, visitors and staff of a school program that visits families at home. Warm,"
          + " plain and polite; grade 6 or less; no reason for the visit, nothing that sounds like a"
          + " duty or a threat. Keep the placeholders; you may move them.";

  private final ShippedTexts shipped;
  private final TranslationDesk desk;
  private final TextChecks checks;
  private final Samples samples;
  private final TextCosts costs;

  TranslatorFiles(
      ShippedTexts shipped,
      TranslationDesk desk,
      TextChecks checks,
      Samples samples,
      TextCosts costs) {
    this.shipped = shipped;
    this.desk = desk;
    this.checks = checks;
    this.samples = samples;
    this.costs = costs;
  }

  /**
   * @param openOnly leaves out what is approved and not stale
   */
  public byte[] export(String language, boolean openOnly) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    List<XliffWriter.Unit> units =
        desk.entries(language).stream()
            .filter(entry -> !openOnly || entry.progress() != Progress.APPROVED)
            .map(this::unit)
            .toList();
    XliffWriter.write(file, ShippedTexts.ENGLISH, language, GENERAL, units);
    return file.toByteArray();
  }

  private XliffWriter.Unit unit(TextEntry entry) {
    TextVersion newest = entry.newest();
    return new XliffWriter.Unit(
        entry.key(),
        pieces(entry.key(), entry.english()),
        newest == null ? null : pieces(entry.key(), newest.body()),
        notes(entry),
        switch (entry.progress()) {
          case MISSING -> "initial";
          case DRAFT, STALE, WITHDRAWN -> "translated";
          case REVIEWED -> "reviewed";
          case APPROVED -> "final";
        });
  }

  private Map<String, String> notes(TextEntry entry) {
    Map<String, String> notes = new LinkedHashMap<>();
    Set<String> audience = shipped.audience(entry.key());
    if (audience.isEmpty()) {
      return notes;
    }
    notes.put("audience", audience.stream().sorted().collect(Collectors.joining(", ")));
    notes.put(
        "placeholders",
        samples.examples(ShippedTexts.ENGLISH, entry.key()).entrySet().stream()
            .map(example -> "{" + example.getKey() + "}: for example " + example.getValue())
            .collect(Collectors.joining("; ")));
    if (!audience.contains("letter")) {
      String english = samples.write(ShippedTexts.ENGLISH, entry.key(), entry.english());
      int segments = costs.of(english).segments();
      notes.put(
          "length",
          "The English takes "
              + segments
              + " segments. Shorter is better: at most "
              + (2 * segments + 1)
              + " segments, each 70 characters where the script is not Latin.");
    }
    if (entry.stale()) {
      notes.put("stale", "The English has changed since this was translated: please look again.");
    }
    return notes;
  }

  /** Words without a format of their own are one piece, whatever they hold. */
  private List<Piece> pieces(String key, String text) {
    return shipped.audience(key).isEmpty() ? List.of(new Piece(false, text)) : TextPieces.of(text);
  }

  private String text(String key, List<Piece> pieces) {
    return shipped.audience(key).isEmpty()
        ? pieces.stream().map(Piece::text).collect(Collectors.joining())
        : TextPieces.join(pieces);
  }

  /** What would become of one text of a file. */
  public enum Fate {
    CHANGED,
    /** As changed; it was made from an earlier English and will have to be looked at again. */
    OLDER_SOURCE,
    UNCHANGED,
    EMPTY,
    UNKNOWN_ID,
    TWICE,
    /** The unit cannot be read, or its words must be mended. */
    BROKEN
  }

  /**
   * @param base the version that it would follow
   * @param english from which the translator made it
   * @param fault what in the file cannot be read
   */
  public record Row(
      String key,
      Fate fate,
      @Nullable String before,
      @Nullable String text,
      String english,
      long base,
      List<TextProblem> problems,
      @Nullable String fault) {

    /** Whether it becomes a draft when the file is applied. */
    public boolean applies() {
      return fate == Fate.CHANGED || fate == Fate.OLDER_SOURCE;
    }
  }

  /**
   * Looks at a file and changes nothing.
   *
   * @throws UnreadableXliff where it is no XLIFF 2 from English to this language
   */
  public List<Row> look(String language, byte[] file) {
    XliffReader.Content content = XliffReader.read(new ByteArrayInputStream(file));
    if (!content.targetLanguage().equalsIgnoreCase(language)) {
      throw new UnreadableXliff(
          "The file is in '"
              + clean(content.targetLanguage())
              + "' (trgLang), this page is for '"
              + language
              + "'. Upload it on the page of its language.");
    }
    if (!content.sourceLanguage().equalsIgnoreCase(ShippedTexts.ENGLISH)) {
      throw new UnreadableXliff("The file does not translate from English (srcLang must be 'en').");
    }
    Set<String> seen = new HashSet<>();
    List<Row> rows = new ArrayList<>();
    for (TextUnit unit : content.units()) {
      rows.add(row(language, unit, seen.add(unit.key())));
    }
    return rows;
  }

  private static String clean(String given) {
    String plain = given.replaceAll("[^A-Za-z0-9-]", "");
    return plain.length() > 20 ? plain.substring(0, 20) : plain;
  }

  private Row row(String language, TextUnit unit, boolean first) {
    TextEntry entry = desk.entry(language, unit.key()).orElse(null);
    if (entry == null) {
      return new Row(unit.key(), Fate.UNKNOWN_ID, null, null, "", 0, List.of(), null);
    }
    TextVersion newest = entry.newest();
    String before = newest == null ? null : newest.body();
    long base = newest == null ? 0 : newest.id();
    if (!first) {
      return new Row(unit.key(), Fate.TWICE, before, null, "", base, List.of(), null);
    }
    if (unit.fault() != null) {
      return new Row(unit.key(), Fate.BROKEN, before, null, "", base, List.of(), unit.fault());
    }
    if (unit.target() == null) {
      return new Row(unit.key(), Fate.EMPTY, before, null, "", base, List.of(), null);
    }
    boolean current = unit.source().equals(pieces(unit.key(), entry.english()));
    String english = current ? entry.english() : text(unit.key(), unit.source());
    String text = text(unit.key(), unit.target()).strip();
    if (newest != null && same(unit, newest.body()) && newest.english().equals(english)) {
      return new Row(unit.key(), Fate.UNCHANGED, before, text, english, base, List.of(), null);
    }
    List<TextProblem> problems = problems(language, unit.key(), text, english);
    Fate fate = current ? Fate.CHANGED : Fate.OLDER_SOURCE;
    return problems.isEmpty()
        ? new Row(unit.key(), fate, before, text, english, base, problems, null)
        : new Row(unit.key(), Fate.BROKEN, before, text, english, base, problems, null);
  }

  private boolean same(TextUnit unit, String body) {
    return pieces(unit.key(), body).equals(unit.target());
  }

  private List<TextProblem> problems(String language, String key, String text, String english) {
    return checks.of(language, key, text, english).stream().filter(TextProblem::blocks).toList();
  }
}
