package org.porchlight.embedded.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.OwnResource;
import org.porchlight.referrals.OwnResources;
import org.porchlight.referrals.Resource;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.UserId;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Invented services near the demo schools; their mail goes nowhere but to the catcher. */
@Component
@Profile({"embedded", "test"})
class DemoDirectory {

  private final OwnResources resources;

  DemoDirectory(OwnResources resources) {
    this.resources = resources;
  }

  void create(DistrictId district, UserId by) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new String(
                    new ClassPathResource("demo/resources.csv").getContentAsByteArray(),
                    StandardCharsets.UTF_8))) {
      int number = 0;
      for (NamedCsvRecord row : rows) {
        resources.add(district, resource(row, number++), by);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("demo/resources.csv is missing from the build", e);
    }
  }

  private static OwnResource resource(NamedCsvRecord row, int number) {
    return new OwnResource(
        row.getField("name"),
        row.getField("organization"),
        row.getField("description"),
        words(row, "needs").stream().map(Need::valueOf).collect(Collectors.toSet()),
        row.getField("mailbox") + "@elmbrook.example",
        "(860) 555-01%02d".formatted(40 + number),
        null,
        row.getField("street") + ", Elmbrook, CT 06999",
        "Elmbrook",
        Double.valueOf(row.getField("latitude")),
        Double.valueOf(row.getField("longitude")),
        null,
        words(row, "languages"),
        null,
        List.of(
            new Resource.Hours(
                null,
                "WEEKLY",
                row.getField("days"),
                row.getField("opens"),
                row.getField("closes"),
                null,
                null,
                null)),
        null,
        null,
        null,
        null,
        null,
        number(row.getField("available")));
  }

  private static List<String> words(NamedCsvRecord row, String field) {
    return Arrays.stream(row.getField(field).split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static @Nullable Integer number(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }
}
