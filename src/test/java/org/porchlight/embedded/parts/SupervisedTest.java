package org.porchlight.embedded.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {

  @TempDir Path root;
  private DataFolder folder;

  @BeforeEach
  void open() {
    folder = DataFolder.open(root);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void shouldStartADeadPartAgain() {
    try (Supervised part = new Supervised(new Sleeper("sleep 600"), folder)) {
      part.start();
      part.awaitReady(Duration.ofSeconds(20));
      ProcessHandle first = Objects.requireNonNull(part.process());

      first.destroyForcibly();

      await().until(() -> part.restarts() == 1 && part.state() == Supervised.State.UP);
      assertThat(Objects.requireNonNull(part.process()).pid()).isNotEqualTo(first.pid());
    }
  }

  @Test
  void shouldShowAPartThatCannotStart() {
    try (Supervised part = new Supervised(new Sleeper("false"), folder)) {
      part.start();

      assertThatThrownBy(() -> part.awaitReady(Duration.ofSeconds(20)))
          .isInstanceOf(StartRefused.class)
          .hasMessage("The sleeper did not start: ended with code 1.");
      assertThat(part.state()).isEqualTo(Supervised.State.DOWN);
    }
  }

  @Test
  void shouldEndWithItsOwner() {
    Supervised part = new Supervised(new Sleeper("sleep 600"), folder);
    part.start();
    part.awaitReady(Duration.ofSeconds(20));
    ProcessHandle process = Objects.requireNonNull(part.process());

    part.close();

    assertThat(process.isAlive()).isFalse();
    assertThat(part.state()).isEqualTo(Supervised.State.STOPPED);
  }

  @Test
  void shouldStopWhatAKilledRunLeftBehind() throws Exception {
    Process left = new Sleeper("sleep 600").command().start();
    new PartRecord(folder, "sleeper").write(left.toHandle());

    new Supervised(new Sleeper("sleep 600"), folder).stopLeftOver();

    assertThat(left.waitFor(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void shouldStopWhatWasKilledBeforeItWasRecorded() throws Exception {
    Process left = new ProcessBuilder("sh", "-c", "sleep 601; true", "marker-of-sleep-601").start();

    new Supervised(new Sleeper("sleep 601"), folder).stopLeftOver();

    assertThat(left.waitFor(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void shouldLeaveAStrangersProcessAlone(@TempDir Path other) throws Exception {
    Process stranger = new Sleeper("sleep 600").command().start();
    try (DataFolder elsewhere = DataFolder.open(other)) {
      new PartRecord(elsewhere, "sleeper").write(stranger.toHandle());
      java.nio.file.Files.copy(
          other.resolve("parts/sleeper.properties"), root.resolve("parts/sleeper.properties"));

      new Supervised(new Sleeper("sleep 600"), folder).stopLeftOver();

      assertThat(stranger.isAlive()).as("recorded by another data folder").isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  private record Sleeper(String script) implements Part {

    @Override
    public String name() {
      return "sleeper";
    }

    @Override
    public String title() {
      return "The sleeper";
    }

    @Override
    public Map<String, Integer> ports() {
      return Map.of();
    }

    @Override
    public void prepare() {}

    @Override
    public String marker() {
      return "marker-of-" + script.replace(' ', '-');
    }

    @Override
    public ProcessBuilder command() {
      return new ProcessBuilder(List.of("sh", "-c", "exec " + script));
    }

    @Override
    public boolean ready() {
      return script.startsWith("sleep");
    }
  }
}
