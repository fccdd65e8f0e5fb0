package org.porchlight.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.porchlight.testing.TestServers;

/**
 * Kills things in the middle of running cases. By itself the application in the middle of six;
 * {@code mvn verify -Dtest=CrashTableTest -Dporchlight.crash.cases=50} kills everything in turn,
 * each time in the middle of fifty. Runs beside the other tests: its servers are its own. Prints
 * the table and keeps it as {@code target/crash-table.md}.
 */
@Tag("restart")
@Execution(ExecutionMode.CONCURRENT)
class CrashTableTest {

  private static final int FEW = 6;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void shouldLoseNothingWhateverIsKilled() throws Exception {
    int cases = Integer.getInteger("porchlight.crash.cases", FEW);
    List<String> victims =
        System.getProperty("porchlight.crash.cases") == null
            ? List.of("application")
            : CrashTable.EVERYTHING;
    CrashTable table = new CrashTable();
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("demo-time"), untilTextsMayLeave().toString());
    ApplicationProcess.Reconciled reconciled;
    try (ApplicationProcess application =
        new ApplicationProcess(
            data,
            "--porchlight.messaging.daily-fuse=1000",
            "--porchlight.messaging.lost-after=15s")) {
      application.start();
      application.awaitHealthy();
      for (String victim : victims) {
        table.add(application, victim, new RealCases(cases));
        show(table);
      }
      assertThat(application.stop()).as("ends by itself").isTrue();
      assertThat(List.of("broker", "kafka", "postgres"))
          .as("nothing stays behind")
          .noneMatch(part -> application.part(part).isPresent());
      reconciled = application.reconcile();
      table.add(reconciled);
      show(table);
    }
    assertThat(table.lines())
        .allSatisfy(
            line -> {
              assertThat(line.tally().lost()).as(line.tally().detail()).isZero();
              assertThat(line.tally().twice()).as(line.tally().detail()).isZero();
            });
    assertThat(reconciled.code()).as(reconciled.report()).isZero();
  }

  private static void show(CrashTable table) throws IOException {
    System.out.println(table);
    Files.writeString(TestServers.buildFolder().resolve("crash-table.md"), table.toString());
  }

  /** The demonstration's clock starts on the next weekday's morning in its district. */
  private static Duration untilTextsMayLeave() {
    ZonedDateTime now = ZonedDateTime.now(ZoneId.of("America/New_York"));
    ZonedDateTime morning = now.with(LocalTime.of(10, 0));
    while (morning.isBefore(now)
        || morning.getDayOfWeek() == DayOfWeek.SATURDAY
        || morning.getDayOfWeek() == DayOfWeek.SUNDAY) {
      morning = morning.plusDays(1);
    }
    return Duration.between(now, morning);
  }
}
