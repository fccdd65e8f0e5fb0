package org.porchlight.roster.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with one key: for streams in chunks (see {@link SealedOutput}) and for short texts.
 */
final class Seal {

  static final int NONCE = 12;
  static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private Seal(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException(
          "The key for uploads has to be 32 bytes: set porchlight.roster.key in Base64");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  static Seal given(String base64) {
    return new Seal(Base64.getDecoder().decode(base64.strip()));
  }

  /** Reads the key of this file; makes it, readable by its owner only, where it is missing. */
  static Seal kept(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return new Seal(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key for uploads cannot be read or made: check porchlight.data-dir", e);
    }
  }

  private static void make(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    Path fresh =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "uploads",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    try {
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException otherStartWasFirst) {
      // Its key is the key.
    } finally {
      Files.delete(fresh);
    }
  }

  OutputStream sealing(OutputStream out) throws IOException {
    byte[] prefix = new byte[SealedOutput.PREFIX];
    random.nextBytes(prefix);
    out.write(prefix);
    return new SealedOutput(out, this, prefix);
  }

  InputStream opening(InputStream in) throws IOException {
    return new SealedInput(in, this);
  }

  byte[] sealText(String text) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  String openText(byte[] sealed) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE];
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return new String(apply(Cipher.DECRYPT_MODE, nonce, rest), StandardCharsets.UTF_8);
  }

  byte[] apply(int mode, byte[] nonce, byte[] data) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A stored upload does not fit the key: was the key or the file changed?", e);
    }
  }
}
