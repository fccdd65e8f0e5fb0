package org.porchlight.roster.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.roster.UnreadableFile;

class UploadsTest {

  @TempDir Path folder;

  @Test
  void shouldGiveBackWhatWasStoredAndKeepItUnreadable() throws IOException {
    Uploads uploads = new Uploads(Seal.kept(folder.resolve("keys/k")), folder.resolve("uploads"));
    for (int size : List.of(0, 1, SealedOutput.CHUNK, SealedOutput.CHUNK * 3 + 17)) {
      byte[] content = new byte[size];
      new Random(size).nextBytes(content);
      UUID id = UUID.randomUUID();
      assertThat(uploads.store(id, 1, new ByteArrayInputStream(content)).bytes()).isEqualTo(size);
      // A second start with the same key file.
      Uploads later = new Uploads(Seal.kept(folder.resolve("keys/k")), folder.resolve("uploads"));
      assertThat(later.open(id, 1).readAllBytes()).isEqualTo(content);
      later.delete(id);
      assertThat(later.kept(id)).isFalse();
    }
  }

  @Test
  void shouldNotStorePlainText() throws IOException {
    Uploads uploads = new Uploads(Seal.kept(folder.resolve("k")), folder);
    UUID id = UUID.randomUUID();
    uploads.store(
        id, 1, new ByteArrayInputStream("Ana Silva".repeat(50).getBytes(StandardCharsets.UTF_8)));
    byte[] stored = Files.readAllBytes(folder.resolve(id.toString()).resolve("1.sealed"));
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Ana");
  }

  @Test
  void shouldNoticeAStoredFileThatWasCutOrChanged() throws IOException {
    Seal seal = Seal.kept(folder.resolve("k"));
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (var out = seal.sealing(sealed)) {
      out.write(new byte[SealedOutput.CHUNK * 2]);
    }
    byte[] whole = sealed.toByteArray();
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> seal.opening(new ByteArrayInputStream(cut)).readAllBytes())
        .isInstanceOf(IOException.class);
    byte[] changed = whole.clone();
    changed[100] ^= 1;
    assertThatThrownBy(() -> seal.opening(new ByteArrayInputStream(changed)).readAllBytes())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldUnpackByContent() throws IOException {
    assertThat(unpacked("plain".getBytes(StandardCharsets.UTF_8))).containsExactly("=plain");
    assertThat(unpacked(gzip("packed"))).containsExactly("=packed");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      for (String name : List.of("a.xml", "b/c.xml")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(unpacked(zip.toByteArray())).containsExactly("a.xml=a.xml", "b/c.xml=b/c.xml");
  }

  @Test
  void shouldRefuseADamagedArchiveAndABomb() throws IOException {
    byte[] whole = gzip("x".repeat(200_000));
    assertThatThrownBy(() -> unpacked(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("ends too early");
    assertThatThrownBy(
            () ->
                Unpacking.each(
                    new ByteArrayInputStream(whole), 1_000, (name, in) -> in.readAllBytes()))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("max-unpacked-bytes");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static List<String> unpacked(byte[] packed) throws IOException {
    List<String> found = new ArrayList<>();
    Unpacking.each(
        new ByteArrayInputStream(packed),
        1_000_000,
        (name, in) ->
            found.add(name + "=" + new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    return found;
  }
}
