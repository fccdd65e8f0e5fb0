package org.porchlight.embedded.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * Server programs that come as one archive and are unpacked once per machine, into a cache that all
 * data folders share. A crash in the middle leaves only a temporary folder, which the next attempt
 * removes.
 */
final class Archive {

  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  /** Opens the archive's bytes, already decompressed. */
  interface Source {
    InputStream open() throws IOException;
  }

  private final Path cache;
  private final String name;
  private final Source source;

  /** {@code name} tells versions apart: another version is another folder. */
  Archive(Path cache, String name, Source source) {
    this.cache = cache.toAbsolutePath().normalize();
    this.name = name;
    this.source = source;
  }

  /** The folder of the unpacked files. */
  Path unpacked() {
    Path target = cache.resolve(name);
    if (Files.isDirectory(target)) {
      return target;
    }
    IN_THIS_PROCESS.lock();
    try {
      Files.createDirectories(cache);
      try (FileChannel channel =
              FileChannel.open(
                  cache.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!Files.isDirectory(target) && lock.isValid()) {
          unpack(target);
        }
      }
      return target;
    } catch (IOException e) {
      throw new StartRefused(
          "The programs of "
              + name
              + " could not be unpacked into "
              + cache
              + ": "
              + e.getMessage(),
          "If the archive is damaged, delete it from the local Maven repository (~/.m2/repository) and start again;"
              + " if the disk is full, free some space.",
          e);
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  private void unpack(Path target) throws IOException {
    Path partial = cache.resolve(name + ".partial");
    FileSystemUtils.deleteRecursively(partial);
    Files.createDirectories(partial);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(source.open())) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, partial);
      }
    }
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path file = folder.resolve(entry.getName()).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("the archive has an entry outside its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(file, folder.resolve(entry.getLinkName()));
    } else {
      Files.copy(tar, file);
      if ((entry.getMode() & 0100) != 0) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
