package org.porchlight.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.access.Actor;
import org.porchlight.access.Role;
import org.porchlight.attendance.AttendanceRates;
import org.porchlight.roster.imports.ImportView;
import org.porchlight.roster.imports.Imports;
import org.porchlight.shared.DistrictId;
import org.porchlight.testing.PorchlightTest;
import org.porchlight.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;

/**
 * A district of 400,000 attendance events, measured: {@code mvn -Dporchlight.large=true
 * -Dtest=LargeImportTest test}. The heap is measured as what survives a full collection.
 */
@PorchlightTest
@EnabledIfSystemProperty(named = "porchlight.large", matches = "true")
class LargeImportTest {

  private static final int STUDENTS = 2_500;
  private static final int DAYS = 160;
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);

  @TempDir Path folder;
  @Autowired Districts districts;
  @Autowired RosterLoader loader;
  @Autowired Imports imports;
  @Autowired AttendanceRates rates;
  @Autowired TestPeople people;

  private DistrictId district;
  private Actor admin;

  @Test
  void shouldTakeFourHundredThousandEventsInBoundedMemory() throws IOException {
    district = districts.add("Large", ZoneId.of("America/New_York"), "CT");
    admin = people.districtWide(district, Role.ADMINISTRATOR);
    loadRoster();
    Path file = write("s");

    ImportView checked = measured("dry run", () -> upload(file));
    assertThat(checked.counts().get("attendanceEvents").created()).isEqualTo(STUDENTS * DAYS);
    measured("apply", () -> imports.apply(admin, checked.id(), true));
    assertThat(measured("rates", () -> rates.ofDistrict(district, FIRST_DAY.plusMonths(8))))
        .hasSize(STUDENTS);
    ImportView again = measured("dry run, unchanged", () -> upload(file));
    assertThat(again.counts().get("attendanceEvents").unchanged()).isEqualTo(STUDENTS * DAYS);
    ImportView strangers =
        measured("dry run, each student unknown", () -> upload(write("unknown")));
    assertThat(strangers.errors()).isEqualTo(STUDENTS * DAYS);
  }

  private ImportView upload(Path file) {
    return imports.upload(
        admin,
        district,
        "attendance-csv",
        true,
        List.of(new Imports.Upload("large.csv", new FileSystemResource(file))));
  }

  private <T> T measured(String what, Supplier<T> work) {
    long before = live();
    AtomicLong peak = new AtomicLong(before);
    try (ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor()) {
      sampler.scheduleWithFixedDelay(
          () -> peak.accumulateAndGet(live(), Math::max), 1, 2, TimeUnit.SECONDS);
      long start = System.nanoTime();
      T result = work.get();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      sampler.shutdownNow();
      long grown = (peak.get() - before) / (1024 * 1024);
      System.out.printf("LARGE %s: %.1f s, live heap +%d MB%n", what, took.toMillis() / 1e3, grown);
      assertThat(grown).as("MB more in use during: " + what).isLessThan(64);
      return result;
    }
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void loadRoster() {
    List<CanonicalRecord> records = new ArrayList<>();
    for (int school = 0; school < 5; school++) {
      String id = "school" + school;
      records.add(new Records.School(id, "School " + school));
      records.add(new Records.Term(id, "2026", "Year", FIRST_DAY, FIRST_DAY.plusMonths(9), DAYS));
      days()
          .forEach(
              day ->
                  records.add(
                      new Records.CalendarDay(
                          id, "main", "2026", day, true, "Instructional day", null)));
    }
    for (int student = 0; student < STUDENTS; student++) {
      records.add(new Records.Student("s" + student, "Sol", "Example", null));
      records.add(
          new Records.Enrollment(
              "s" + student, "school" + student % 5, FIRST_DAY, null, "4", true));
    }
    loader.load(district, records.stream());
  }

  private Path write(String prefix) {
    Path file = folder.resolve(prefix + ".csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("student_id,school_id,date,status,minutes\n");
      for (LocalDate day : days()) {
        for (int student = 0; student < STUDENTS; student++) {
          String status = (student + day.getDayOfYear()) % 11 == 0 ? "unexcused" : "present";
          out.write(prefix + student + ",school" + student % 5 + "," + day + "," + status + ",\n");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static List<LocalDate> days() {
    return FIRST_DAY
        .datesUntil(FIRST_DAY.plusDays(400))
        .filter(
            day ->
                day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
        .limit(DAYS)
        .toList();
  }
}
