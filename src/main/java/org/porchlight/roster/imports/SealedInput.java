package org.porchlight.roster.imports;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.crypto.Cipher;

/** Opens what {@link SealedOutput} wrote, a chunk at a time. */
final class SealedInput extends InputStream {

  private final DataInputStream in;
  private final Seal seal;
  private final byte[] prefix = new byte[SealedOutput.PREFIX];
  private byte[] chunk = new byte[0];
  private int position;
  private int number;
  private boolean last;

  SealedInput(InputStream in, Seal seal) throws IOException {
    this.in = new DataInputStream(in);
    this.seal = seal;
    this.in.readFully(prefix);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == chunk.length) {
      if (last) {
        return -1;
      }
      next();
    }
    int n = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, into, offset, n);
    position += n;
    return n;
  }

  private void next() throws IOException {
    int length = in.readInt();
    last = length < 0;
    if (Math.abs(length) > SealedOutput.CHUNK + Seal.TAG_BITS / 8) {
      throw new IOException("A stored upload is damaged");
    }
    byte[] sealed = new byte[Math.abs(length)];
    in.readFully(sealed);
    chunk = seal.apply(Cipher.DECRYPT_MODE, SealedOutput.nonce(prefix, number, last), sealed);
    position = 0;
    number = Math.incrementExact(number);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
