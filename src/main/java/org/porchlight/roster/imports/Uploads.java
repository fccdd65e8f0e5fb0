package org.porchlight.roster.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The uploaded files, encrypted, one folder per import. Replicas that share no disk need this
 * folder on a shared one.
 */
final class Uploads {

  private final Seal seal;
  private final Path root;

  Uploads(Seal seal, Path root) {
    this.seal = seal;
    this.root = root;
  }

  record Stored(long bytes, String sha256) {}

  Stored store(UUID importId, int fileNo, InputStream content) throws IOException {
    Files.createDirectories(folder(importId));
    DigestInputStream digested = new DigestInputStream(content, sha256());
    long bytes;
    try (OutputStream out =
        seal.sealing(new BufferedOutputStream(Files.newOutputStream(file(importId, fileNo))))) {
      bytes = digested.transferTo(out);
    }
    return new Stored(bytes, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
  }

  InputStream open(UUID importId, int fileNo) throws IOException {
    return new BufferedInputStream(
        seal.opening(new BufferedInputStream(Files.newInputStream(file(importId, fileNo)))),
        64 * 1024);
  }

  void delete(UUID importId) throws IOException {
    if (!Files.exists(folder(importId))) {
      return;
    }
    try (Stream<Path> files = Files.list(folder(importId))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder(importId));
  }

  /**
   * Imports whose folder has not changed since then.
   *
   * @param millis of the disk's clock
   */
  List<UUID> leftSince(long millis) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    List<UUID> left = new ArrayList<>();
    try (Stream<Path> folders = Files.list(root)) {
      for (Path folder : folders.toList()) {
        String name = folder.getFileName().toString();
        if (name.matches("[0-9a-f-]{36}")
            && Files.getLastModifiedTime(folder).toMillis() < millis) {
          left.add(UUID.fromString(name));
        }
      }
    }
    return left;
  }

  boolean kept(UUID importId) {
    return Files.exists(folder(importId));
  }

  private Path folder(UUID importId) {
    return root.resolve(importId.toString());
  }

  private Path file(UUID importId, int fileNo) {
    return folder(importId).resolve(fileNo + ".sealed");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
