package org.porchlight.embedded.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.referrals.Need;
import org.porchlight.referrals.OwnResource;
import org.porchlight.referrals.OwnResources;
import org.porchlight.referrals.Program;
import org.porchlight.referrals.ProgramTerms;
import org.porchlight.referrals.Resource;
import org.porchlight.referrals.StudentPrograms;
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
  private final StudentPrograms programs;

  DemoDirectory(OwnResources resources, StudentPrograms programs) {
    this.resources = resources;
    this.programs = programs;
  }

  /** Programs are those of the year that is under way, or comes next. */
  void create(DistrictId district, UserId by, LocalDate today) {
    Map<String, UUID> ids = new HashMap<>();
    for (NamedCsvRecord row : rows("demo/resources.csv")) {
      ids.put(row.getField("name"), resources.add(district, resource(row, ids.size()), by));
    }
    for (NamedCsvRecord row : rows("demo/programs.csv")) {
      UUID resource =
          Objects.requireNonNull(ids.get(row.getField("name")), "resource of a program");
      programs.describe(district, resource, terms(row, today));
    }
  }

  private static List<NamedCsvRecord> rows(String file) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new String(
                    new ClassPathResource(file).getContentAsByteArray(), StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is missing from the build", e);
    }
  }

  private static ProgramTerms terms(NamedCsvRecord row, LocalDate today) {
    MonthDay from = MonthDay.parse(row.getField("from"));
    MonthDay to = MonthDay.parse(row.getField("to"));
    LocalDate ends = to.atYear(today.getYear());
    if (ends.isBefore(today)) {
      ends = ends.plusYears(1);
    }
    LocalDate starts = from.atYear(ends.getYear());
    return new ProgramTerms(
        Program.Kind.valueOf(row.getField("kind")),
        Integer.parseInt(row.getField("gradeFrom")),
        Integer.parseInt(row.getField("gradeTo")),
        starts.isAfter(ends) ? starts.minusYears(1) : starts,
        ends,
        number(row.getField("seats")),
        row.getField("transport").equals("yes"));
  }

  private static OwnResource resource(NamedCsvRecord row, int number) {
    return new OwnResource(
        row.getField("name"),
        row.getField("organization"),
        row.getField("description"),
        words(row, "needs").stream().map(Need::valueOf).collect(Collectors.toSet()),
        row.getField("mailbox").isEmpty() ? null : row.getField("mailbox") + "@elmbrook.example",
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
        number(row.getField("available")),
        row.getField("texts").isEmpty() ? null : row.getField("texts"),
        false);
  }

  private static List<String> words(NamedCsvRecord row, String field) {
    return Arrays.stream(row.getField(field).split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static @Nullable Integer number(String text) {
    return text.isEmpty() ? null : Integer.valueOf(text);
  }
}
