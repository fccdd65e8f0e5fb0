package org.porchlight.embedded.parts;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * Remembers which process serves a part of a data folder, so that the next start recognises one
 * that was left over when the application was killed: by pid, start time and data folder, so never
 * a stranger's.
 */
final class PartRecord {

  /**
   * The kernel gives start times relative to a boot time that drifts a little as the machine's
   * clock is corrected.
   */
  private static final Duration CLOCK_DRIFT = Duration.ofSeconds(2);

  private final Path root;
  private final Path file;

  PartRecord(DataFolder folder, String part) {
    this.root = folder.root();
    this.file = folder.resolve("parts").resolve(part + ".properties");
  }

  void write(ProcessHandle process) {
    Properties entries = new Properties();
    entries.setProperty("pid", Long.toString(process.pid()));
    entries.setProperty("started", process.info().startInstant().orElse(Instant.EPOCH).toString());
    entries.setProperty("data-folder", root.toString());
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (Writer out = Files.newBufferedWriter(temporary)) {
        entries.store(out, null);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Recording a part in " + file, e);
    }
  }

  /** The recorded process, if it still runs. */
  Optional<ProcessHandle> running() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties entries = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      entries.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file, e);
    }
    if (!root.toString().equals(entries.getProperty("data-folder"))) {
      return Optional.empty();
    }
    Instant started = Instant.parse(entries.getProperty("started"));
    return ProcessHandle.of(Long.parseLong(entries.getProperty("pid")))
        .filter(ProcessHandle::isAlive)
        .filter(
            process -> process.info().startInstant().map(at -> same(at, started)).orElse(false));
  }

  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Removing " + file, e);
    }
  }

  private static boolean same(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(CLOCK_DRIFT) <= 0;
  }
}
