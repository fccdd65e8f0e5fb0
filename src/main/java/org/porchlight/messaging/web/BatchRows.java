package org.porchlight.messaging.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.TextBatches;
import org.porchlight.messaging.TextBatches.Batch;
import org.porchlight.messaging.TextBatches.Part;
import org.porchlight.messaging.TextBatches.State;
import org.porchlight.messaging.TextCosts;
import org.porchlight.messaging.WrittenWords;
import org.porchlight.shared.DistrictId;
import org.springframework.stereotype.Component;

/** The batches as the page shows them, each kind of text with an example. */
@Component
class BatchRows {

  /** Made up: a real text belongs to a family's file. */
  private static final Map<String, Object> EXAMPLE =
      Map.of(
          "schoolName", "Elm Street School",
          "name1", "Ana",
          "role1", "TEACHER",
          "name2", "Jo",
          "role2", "COMMUNITY_PARTNER");

  private final TextBatches batches;
  private final WrittenWords words;
  private final TextCosts costs;

  BatchRows(TextBatches batches, WrittenWords words, TextCosts costs) {
    this.batches = batches;
    this.words = words;
    this.costs = costs;
  }

  /**
   * @param hours until all of it has left, rounded up; 0 where nothing holds it up
   */
  record Row(Batch batch, List<Kind> kinds, int hours, String currency) {

    public BigDecimal price() {
      return kinds.stream()
          .map(kind -> kind.part().price())
          .reduce(BigDecimal.ZERO, BigDecimal::add)
          .setScale(2, RoundingMode.HALF_UP);
    }

    public boolean open() {
      return batch.state() != State.CANCELLED && batch.waiting() > 0;
    }

    public int segments() {
      return kinds.stream().mapToInt(kind -> kind.part().segments()).sum();
    }
  }

  /**
   * One text in one language.
   *
   * @param example null where the language has no approved words any more
   */
  record Kind(Part part, String languageName, WrittenWords.@Nullable Words example) {}

  List<Row> of(DistrictId district) {
    int pace = batches.pace(district);
    return batches.of(district).stream().map(batch -> row(batch, pace)).toList();
  }

  private Row row(Batch batch, int pace) {
    List<Kind> kinds =
        batch.waiting() == 0
            ? List.of()
            : batches.waiting(batch.id()).stream()
                .map(part -> kind(part, batch.district()))
                .toList();
    int hours = pace == 0 ? 0 : (batch.waiting() + pace - 1) / pace;
    return new Row(batch, kinds, hours, costs.currency());
  }

  private Kind kind(Part part, DistrictId district) {
    return new Kind(
        part,
        Locale.forLanguageTag(part.language()).getDisplayName(Locale.ENGLISH),
        words.of(part.template(), part.language(), EXAMPLE, district).orElse(null));
  }
}
