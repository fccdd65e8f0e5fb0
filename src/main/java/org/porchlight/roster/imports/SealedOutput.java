package org.porchlight.roster.imports;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Cipher;

/**
 * Encrypts in chunks, each authenticated with its number and whether it is the last: a stream that
 * was cut, swapped or lengthened does not open. One GCM call over the whole file would have to hold
 * all of it in memory to open it.
 */
final class SealedOutput extends OutputStream {

  static final int PREFIX = 7;
  static final int CHUNK = 64 * 1024;

  private final DataOutputStream out;
  private final Seal seal;
  private final byte[] prefix;
  private final byte[] chunk = new byte[CHUNK];
  private int filled;
  private int number;
  private boolean closed;

  SealedOutput(OutputStream out, Seal seal, byte[] prefix) {
    this.out = new DataOutputStream(out);
    this.seal = seal;
    this.prefix = prefix;
  }

  static byte[] nonce(byte[] prefix, int number, boolean last) {
    return ByteBuffer.allocate(Seal.NONCE)
        .put(prefix)
        .putInt(number)
        .put((byte) (last ? 1 : 0))
        .array();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == CHUNK) {
        flushChunk(false);
      }
      int n = Math.min(left, CHUNK - filled);
      System.arraycopy(bytes, from, chunk, filled, n);
      filled += n;
      from += n;
      left -= n;
    }
  }

  private void flushChunk(boolean last) throws IOException {
    byte[] sealed =
        seal.apply(Cipher.ENCRYPT_MODE, nonce(prefix, number, last), Arrays.copyOf(chunk, filled));
    out.writeInt(last ? -sealed.length : sealed.length);
    out.write(sealed);
    filled = 0;
    number = Math.incrementExact(number);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      flushChunk(true);
      out.close();
    }
  }
}
