package org.porchlight.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.testing.TestServers;

/**
 * {@code mvn test -Dtest=CrashTableTest} prints the table and keeps it as {@code
 * target/crash-table.md}.
 */
@Tag("restart")
class CrashTableTest {

  @TempDir Path folder;

  @Test
  void shouldLoseNothingWhateverIsKilled() throws Exception {
    CrashTable table = new CrashTable();
    List<ProcessHandle> parts;
    try (ApplicationProcess application =
        new ApplicationProcess(folder.resolve("data"), "--porchlight.demo=false")) {
      application.start();
      application.awaitHealthy();
      Load load = new StoredMarks(50);

      for (String victim : CrashTable.EVERYTHING) {
        table.add(application, victim, load);
      }

      parts =
          List.of("broker", "kafka", "postgres").stream()
              .map(part -> application.part(part).orElseThrow())
              .toList();
      assertThat(application.stop()).as("ends by itself").isTrue();
    }
    System.out.println(table);
    Files.writeString(TestServers.buildFolder().resolve("crash-table.md"), table.toString());
    assertThat(table.lines())
        .allSatisfy(
            line ->
                assertThat(line.tally())
                    .isEqualTo(new Load.Tally(line.tally().acts(), 0, 0, 0, 0)));
    assertThat(parts).as("nothing stays behind").noneMatch(ProcessHandle::isAlive);
  }
}
