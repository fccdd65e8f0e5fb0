package org.porchlight.embedded.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DataFolderTest {

  @TempDir Path root;

  @Test
  void shouldLetOneApplicationInAtATime() {
    try (DataFolder first = DataFolder.open(root)) {
      assertThatThrownBy(() -> DataFolder.open(root))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(
              "in use by another Porchlight (process " + ProcessHandle.current().pid() + ")")
          .hasMessageContaining(first.root().toString());
    }
    DataFolder.open(root).close();
  }

  @Test
  void shouldRefuseAFullDisk() {
    try (DataFolder folder = DataFolder.open(root)) {
      folder.requireFree(DataSize.ofBytes(1));

      assertThatThrownBy(() -> folder.requireFree(DataSize.ofTerabytes(1_000_000)))
          .isInstanceOfSatisfying(
              StartRefused.class,
              refused -> assertThat(refused.remedy()).contains("Free some space"))
          .hasMessageContaining("MB are free");
    }
  }

  @Test
  void shouldSayThatItCannotBeWritten() throws Exception {
    Path file = Files.createFile(root.resolve("a-file"));

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("cannot be written");
  }
}
