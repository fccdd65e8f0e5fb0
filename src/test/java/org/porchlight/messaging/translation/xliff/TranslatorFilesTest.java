package org.porchlight.messaging.translation.xliff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.ShippedTextsForTests;
import org.porchlight.messaging.text.TextPieces;
import org.porchlight.messaging.translation.TextEntry.Progress;
import org.porchlight.messaging.translation.TranslationDesk;
import org.porchlight.messaging.translation.xliff.TranslatorFiles.Fate;
import org.porchlight.messaging.translation.xliff.TranslatorFiles.Row;
import org.porchlight.roster.Districts;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PorchlightTest
class TranslatorFilesTest {

  private static final String KEY = "visits.visitorOff";

  @Autowired private TranslatorFiles files;
  @Autowired private TranslatorImport imports;
  @Autowired private TranslationDesk desk;
  @Autowired private ShippedTexts shipped;
  @Autowired private Districts districts;
  @Autowired private TestPeople people;
  @Autowired private JdbcClient jdbc;

  private Actor ana;

  @BeforeEach
  void employ() {
    ana =
        people.districtWide(
            districts.add("Brookfield", ZoneId.of("America/New_York"), "CT"), Role.COORDINATOR);
  }

  /** All tests share the catalogue. */
  @AfterEach
  void leaveTheCatalogueAsShipped() {
    jdbc.sql("delete from messaging.text_version where key = ?").param(KEY).update();
    jdbc.sql("update messaging.text_change set number = number + 1").update();
    await().until(() -> desk.entry("es", KEY).orElseThrow().newest().id() == 0);
  }

  static Stream<String> translations() {
    return ShippedTextsForTests.get().languages().stream()
        .map(ShippedTexts.Written::tag)
        .filter(tag -> !tag.equals(ShippedTexts.ENGLISH));
  }

  @ParameterizedTest
  @MethodSource("translations")
  void shouldComeBackAsItWentOut(String language) throws Exception {
    // what another test tidied away may still be read for a second
    await()
        .until(() -> desk.entries(language).stream().allMatch(entry -> entry.newest().id() == 0));
    byte[] file = files.export(language, false);

    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(XliffReader.class.getResource("/net/sf/okapi/lib/xliff2/xliff_core_2.0.xsd"))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(file)));
    assertThat(files.look(language, file))
        .hasSize(shipped.keys().size())
        .allMatch(row -> row.fate() == Fate.UNCHANGED, "unchanged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a}'s and it''s",
        "l'''{'x",
        "{hasX, select, yes { d''{a}} other {}}.",
        "'{'{a}'}' # | '",
        "{n, plural, one {# day} other {# days}}"
      })
  void shouldTakeQuotingOffAndPutItBack(String text) {
    List<TextPieces.Piece> pieces = TextPieces.of(text);

    assertThat(TextPieces.of(TextPieces.join(pieces))).isEqualTo(pieces);
  }

  @Test
  void shouldProtectPlaceholdersAndTellTranslatorsWhatTheyNeed() {
    String file = new String(files.export("es", false), StandardCharsets.UTF_8);

    assertThat(file)
        .contains("srcLang=\"en\" trgLang=\"es\"", "<note category=\"audience\">")
        .contains("dataRef=\"d1\"", "{hasVisitDate, select, yes {")
        .contains("{name1}: for example Ana", "at most");
  }

  @Test
  void shouldApplyNothingBeforeSomebodySaidSoAndThenAllAsDrafts() {
    byte[] file = changed("zh no tendrá lugar");

    UUID id = imports.upload(ana, "es", file);

    assertThat(imports.find(ana, "es", id).orElseThrow().rows())
        .filteredOn(Row::applies)
        .singleElement()
        .matches(row -> row.key().equals(KEY) && row.fate() == Fate.CHANGED);
    assertThat(desk.history("es", KEY)).isEmpty();
    assertThat(imports.apply(ana, "es", id)).isEqualTo(1);
    assertThat(imports.apply(ana, "es", id)).isZero();
    assertThat(desk.entry("es", KEY).orElseThrow().progress()).isEqualTo(Progress.DRAFT);
    assertThat(desk.history("es", KEY).getFirst().body()).contains("zh no tendrá lugar");
    assertThat(desk.history("es", KEY).getFirst().writer()).isEqualTo(ana.id());
  }

  @Test
  void shouldReportWhatCannotBeUsed() {
    String file = new String(changed("no"), StandardCharsets.UTF_8);
    String broken = file.replaceFirst("(<target>.*?)<ph id=\"2\"[^>]*/>", "$1");

    assertThat(fates(broken)).contains(Fate.BROKEN);
    assertThat(fates(file.replace("unit id=\"" + KEY, "unit id=\"no.such")))
        .contains(Fate.UNKNOWN_ID);
    assertThat(fates(file.replace("will not take place", "is off"))).contains(Fate.OLDER_SOURCE);
    assertThat(fates(file.replaceFirst("<target>.*?</target>", ""))).contains(Fate.EMPTY);
    assertThat(fates(file.replaceFirst("<target>", "<target><pc id=\"x\">a</pc>")))
        .contains(Fate.BROKEN);
    assertThatThrownBy(() -> look(file.replace("trgLang=\"es\"", "trgLang=\"pt\"")))
        .isInstanceOf(UnreadableXliff.class)
        .hasMessageContaining("Upload it on the page of its language");
    assertThatThrownBy(() -> look(file.replace("document:2.0", "document:1.2")))
        .isInstanceOf(UnreadableXliff.class);
    assertThatThrownBy(() -> look(file.substring(0, file.length() / 2)))
        .isInstanceOf(UnreadableXliff.class)
        .hasMessageContaining("line");
  }

  @Test
  void shouldReachNothingBeyondTheFile() {
    String file =
        new String(files.export("es", false), StandardCharsets.UTF_8)
            .replace(
                "<xliff", "<!DOCTYPE xliff [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<xliff");

    assertThatThrownBy(() -> look(file)).isInstanceOf(UnreadableXliff.class);
    assertThatThrownBy(() -> look(file.replaceFirst("<target>", "<target>&x;")))
        .isInstanceOf(UnreadableXliff.class);
    assertThatThrownBy(() -> imports.upload(ana, "es", new byte[TranslatorImport.LARGEST + 1]))
        .isInstanceOf(UnreadableXliff.class)
        .hasMessageContaining("2 MB");
  }

  private byte[] changed(String words) {
    String file = new String(files.export("es", false), StandardCharsets.UTF_8);
    int unit = file.indexOf("unit id=\"" + KEY + "\"");
    int target = file.indexOf("</target>", unit);
    return (file.substring(0, target) + " " + words + file.substring(target))
        .getBytes(StandardCharsets.UTF_8);
  }

  private List<Fate> fates(String file) {
    return look(file).stream().map(Row::fate).toList();
  }

  private List<Row> look(String file) {
    return files.look("es", file.getBytes(StandardCharsets.UTF_8));
  }
}
