package org.porchlight.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the table of segments in {@code src/docs/texts.md} true. */
class TextsTableTest {

  private static final Path DOCUMENT = Path.of("src", "docs", "texts.md");
  private static final String BEGIN = "<!-- segments: begin -->\n";
  private static final String END = "<!-- segments: end -->";

  private final UsualTexts texts = new UsualTexts();

  @Test
  void shouldMatchTheTableInTheDocument() throws IOException {
    Path made = Path.of(System.getProperty("porchlight.build-dir", "target"), "texts-segments.md");
    Files.writeString(made, table());

    String document = Files.readString(DOCUMENT);
    String written =
        document.substring(document.indexOf(BEGIN) + BEGIN.length(), document.indexOf(END));

    assertThat(written)
        .as("%s: put the table that is now in %s between the two marks", DOCUMENT, made)
        .isEqualTo(table());
  }

  @Test
  void shouldInviteInTwoSegmentsOfEnglish() {
    Language english = texts.languages().getFirst();
    TemplateShape invitation = template("cases.invitation");

    Segments segments =
        Segments.of(texts.render(invitation, english) + "\n" + english.require("optOutLine"));

    assertThat(segments.encoding()).isEqualTo(Segments.Encoding.GSM_7);
    assertThat(segments.count()).isLessThanOrEqualTo(2);
  }

  private TemplateShape template(String name) {
    return texts.templates().stream()
        .filter(template -> template.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String table() {
    List<Language> languages = texts.languages();
    StringBuilder table = new StringBuilder("| text |");
    languages.forEach(language -> table.append(' ').append(language.tag()).append(" |"));
    table.append("\n|---|").append("---:|".repeat(languages.size())).append('\n');
    for (TemplateShape template : texts.templates()) {
      if (!template.flags().contains("letter")) {
        row(table, template, languages, "");
        if (template.unasked()) {
          row(table, template, languages, " with the way to stop");
        }
      }
    }
    return table.toString();
  }

  private void row(
      StringBuilder table, TemplateShape template, List<Language> languages, String more) {
    table.append("| ").append(template.name()).append(more);
    table.append(
        languages.stream()
            .map(
                language ->
                    texts.render(template, language)
                        + (more.isEmpty() ? "" : "\n" + language.require("optOutLine")))
            .map(text -> " | " + Segments.of(text).count())
            .collect(Collectors.joining()));
    table.append(" |\n");
  }
}
