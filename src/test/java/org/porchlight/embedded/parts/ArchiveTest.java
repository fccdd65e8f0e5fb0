package org.porchlight.embedded.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  @TempDir Path cache;

  @Test
  void shouldUnpackOnce() throws Exception {
    byte[] tar = tar("server/bin/run", "server/lib/a.jar");
    Path folder = new Archive(cache, "server-1", () -> new ByteArrayInputStream(tar)).unpacked();

    Path again =
        new Archive(
                cache,
                "server-1",
                () -> {
                  throw new IOException("read again");
                })
            .unpacked();

    assertThat(again).isEqualTo(folder);
    assertThat(folder.resolve("server/bin/run")).isExecutable();
  }

  @Test
  void shouldStartOverAfterAHalfUnpackedAttempt() throws Exception {
    Files.createDirectories(cache.resolve("server-1.partial/server"));
    Files.writeString(cache.resolve("server-1.partial/server/rubbish"), "half");
    byte[] tar = tar("server/bin/run");

    Path folder = new Archive(cache, "server-1", () -> new ByteArrayInputStream(tar)).unpacked();

    assertThat(folder.resolve("server/bin/run")).exists();
    assertThat(folder.resolve("server/rubbish")).doesNotExist();
  }

  @Test
  void shouldSayWhatToDoAboutADamagedArchive() throws Exception {
    byte[] whole = tar("server/bin/run", "server/lib/a.jar");
    byte[] damaged = Arrays.copyOf(whole, 700);

    assertThatThrownBy(
            () ->
                new Archive(cache, "server-1", () -> new ByteArrayInputStream(damaged)).unpacked())
        .isInstanceOfSatisfying(
            StartRefused.class, refused -> assertThat(refused.remedy()).contains("delete it"))
        .hasMessageContaining("server-1");
    assertThat(cache.resolve("server-1")).doesNotExist();
  }

  @Test
  void shouldNotWriteOutsideItsFolder() throws Exception {
    byte[] tar = tar("../escaped");

    assertThatThrownBy(
            () -> new Archive(cache, "server-1", () -> new ByteArrayInputStream(tar)).unpacked())
        .hasMessageContaining("outside its folder");
  }

  private static byte[] tar(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (String name : names) {
        byte[] content = ("content of " + name).getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(0100755);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
