package org.porchlight.embedded.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * The folder that holds everything Porchlight keeps on this machine. One application at a time: the
 * lock goes away with the process that holds it, however it ends.
 */
public final class DataFolder implements AutoCloseable {

  private final Path root;
  private final FileChannel lockFile;

  private DataFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Makes the folder where it is missing and locks it.
   *
   * @throws StartRefused when another application holds it, or it cannot be written
   */
  public static DataFolder open(Path path) {
    Path root = path.toAbsolutePath().normalize();
    Path lock = root.resolve("lock");
    FileChannel channel = null;
    try {
      Files.createDirectories(root.resolve("parts"));
      Files.createDirectories(root.resolve("logs"));
      channel =
          FileChannel.open(
              lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        String holder = Files.readString(lock).strip();
        channel.close();
        throw new StartRefused(
            "The data folder "
                + root
                + " is in use by another Porchlight (process "
                + holder
                + ").",
            "Stop that one, or give this one a folder of its own with --porchlight.data-dir=<folder>.");
      }
      channel
          .truncate(0)
          .write(
              ByteBuffer.wrap(
                  (ProcessHandle.current().pid() + "\n")
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      return new DataFolder(root, channel);
    } catch (IOException e) {
      throw new StartRefused(
          "The data folder " + root + " cannot be written: " + e.getMessage(),
          "Mend its permissions, or choose another folder with --porchlight.data-dir=<folder>.",
          e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process
    }
  }

  public Path root() {
    return root;
  }

  public Path resolve(String name) {
    return root.resolve(name);
  }

  /** Where a part's own output goes. */
  public Path log(String part) {
    return root.resolve("logs").resolve(part + ".log");
  }

  /** Bytes that can still be written here. */
  public long freeBytes() {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("Free disk space of " + root, e);
    }
  }

  /** Below its limit the engine takes no commands, so it is better not to start at all. */
  public void requireFree(DataSize least) {
    long free = freeBytes();
    if (free < least.toBytes()) {
      throw new StartRefused(
          "Only %d MB are free on the disk of %s; Porchlight needs %d MB."
              .formatted(free / 1_000_000, root, least.toBytes() / 1_000_000),
          "Free some space, or choose a folder on another disk with --porchlight.data-dir=<folder>.");
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Unlocking " + root, e);
    }
  }
}
