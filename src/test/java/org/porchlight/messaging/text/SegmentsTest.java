package org.porchlight.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.porchlight.messaging.text.Segments.Encoding.GSM_7;
import static org.porchlight.messaging.text.Segments.Encoding.UCS_2;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SegmentsTest {

  private static final int HEADER_BITS = 48;

  @Test
  void shouldCountOneSegmentUpToItsRoomAndSmallerPartsBeyond() {
    assertThat(Segments.of("").count()).isOne();
    assertThat(Segments.of("a".repeat(160)).count()).isOne();
    assertThat(Segments.of("a".repeat(161)).parts()).extracting(String::length).contains(153, 8);
    assertThat(Segments.of("я".repeat(70)).count()).isOne();
    assertThat(Segments.of("я".repeat(71)).parts()).extracting(String::length).contains(67, 4);
  }

  @Test
  void shouldNotSplitAPairOfSeptets() {
    Segments segments = Segments.of("a".repeat(152) + "€" + "b".repeat(20));

    assertThat(segments.encoding()).isEqualTo(GSM_7);
    assertThat(segments.units()).isEqualTo(174);
    assertThat(segments.parts()).containsExactly("a".repeat(152), "€" + "b".repeat(20));
  }

  @Test
  void shouldPayForAPairMovedToTheNextPart() {
    // 306 units would fill two parts exactly; the pair that does not fit costs a third.
    assertThat(Segments.of("a".repeat(152) + "€" + "b".repeat(152)).units()).isEqualTo(306);
    assertThat(Segments.of("a".repeat(152) + "€" + "b".repeat(152)).count()).isEqualTo(3);
  }

  @Test
  void shouldNotSplitASurrogatePair() {
    Segments segments = Segments.of("я".repeat(66) + "😀" + "я".repeat(10));

    assertThat(segments.encoding()).isEqualTo(UCS_2);
    assertThat(segments.parts()).containsExactly("я".repeat(66), "😀" + "я".repeat(10));
  }

  @Test
  void shouldNameTheCharactersThatCostRoomAsTheyAreRead() {
    assertThat(Segments.of("Bonjou, mèsi anpil: ñ ü ¿").costly()).isEmpty();
    assertThat(Segments.of("Sí, más; l’école 🏳️‍🌈 `").costly())
        .containsExactly("í", "á", "’", "🏳️‍🌈", "`");
  }

  @Test
  void shouldAgreeWithThePublishedVectors() {
    Path vectors =
        Path.of(
            System.getProperty("porchlight.sample-data", "absent"),
            "sms-vectors",
            "segment-vectors.json");
    Assumptions.assumeTrue(Files.exists(vectors), "no sample data at " + vectors);

    JsonNode cases = JsonMapper.shared().readTree(vectors.toFile());

    assertThat(cases.size()).isEqualTo(51);
    cases.forEach(
        expected -> {
          Segments segments = Segments.of(expected.get("body").asString());
          String what = expected.get("description").asString();
          boolean gsm = expected.get("encoding").asString().equals("GSM-7");
          int bits = segments.units() * (gsm ? 7 : 16);
          int headers = segments.count() == 1 ? 0 : segments.count() * HEADER_BITS;
          assertThat(segments.encoding()).as(what).isEqualTo(gsm ? GSM_7 : UCS_2);
          assertThat(segments.count()).as(what).isEqualTo(expected.get("segments").asInt());
          assertThat(bits).as(what).isEqualTo(expected.get("messageSizeBits").asInt());
          assertThat(bits + headers).as(what).isEqualTo(expected.get("totalSizeBits").asInt());
          assertThat(String.join("", segments.parts()))
              .as(what)
              .isEqualTo(expected.get("body").asString());
          assertThat(List.copyOf(segments.costly()))
              .as(what)
              .isEqualTo(distinct(expected.get("nonGsmCharacters")));
        });
  }

  private static List<String> distinct(JsonNode list) {
    Set<String> distinct = new LinkedHashSet<>();
    list.forEach(character -> distinct.add(character.asString()));
    return new ArrayList<>(distinct);
  }
}
