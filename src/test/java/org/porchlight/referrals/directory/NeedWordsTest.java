package org.porchlight.referrals.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.porchlight.cases.BarrierCode;
import org.porchlight.referrals.Need;

class NeedWordsTest {

  private final NeedWords words = new NeedWords();

  @ParameterizedTest
  @CsvSource({
    "Help Pay for Food, FOOD",
    "Temporary Shelter, SHELTER",
    "Help Pay for Gas, TRANSPORT",
    "Baby Supplies, CLOTHING",
    "Help Pay for Utilities, UTILITIES",
    "Vaccinations, HEALTH",
    "Dental Care, TEETH_EYES",
    "Bereavement, COUNSELING",
    "Relief for Caregivers, CHILD_CARE",
    "Resume Development, WORK",
    "English as a Second Language (ESL), ENGLISH_CLASSES",
    "Navigating the System, ADVICE",
    "Tutoring, TUTORING"
  })
  void shouldKnowTheTermsOfOpenEligibility(String term, Need need) {
    assertThat(words.in(List.of(term))).contains(need);
  }

  /** What ends a barrier is found under its category, whichever directory names it. */
  @ParameterizedTest
  @EnumSource(BarrierCode.class)
  void shouldKnowTheSdohCategoriesOfBarriers(BarrierCode code) {
    code.sdoh().ifPresent(category -> assertThat(words.in(List.of(category))).isNotEmpty());
  }

  @Test
  void shouldPlaceMostOfTheTaxonomy() throws IOException {
    Path file =
        Path.of(
            System.getProperty("porchlight.sample-data", "absent"),
            "open-eligibility-taxonomy",
            "taxonomy.csv");
    assumeTrue(Files.exists(file), "The taxonomy is not here");
    List<String> unknown = new ArrayList<>();
    int all = 0;
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        all++;
        if (words.in(List.of(row.getField("name"))).isEmpty()) {
          unknown.add(row.getField("name"));
        }
      }
    }
    assertThat(all).isGreaterThan(280);
    assertThat(unknown).as("terms without a need").hasSizeLessThan(all * 2 / 5);
  }
}
