package org.porchlight.messaging.paper;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a WOFF 1.0 font (W3C, 2012) into the TrueType font in it. */
final class Woff {

  private static final int SIGNATURE = 0x774F4646;
  private static final int HEADER = 44;
  private static final int ENTRY = 20;

  private Woff() {}

  static byte[] unpack(byte[] woff) {
    ByteBuffer from = ByteBuffer.wrap(woff);
    if (from.getInt(0) != SIGNATURE) {
      throw new IllegalArgumentException("Not a WOFF font");
    }
    int tables = from.getShort(12);
    ByteBuffer to = ByteBuffer.allocate(from.getInt(16));
    int power = Integer.highestOneBit(tables);
    to.putInt(from.getInt(4));
    to.putShort((short) tables);
    to.putShort((short) (power * 16));
    to.putShort((short) Integer.numberOfTrailingZeros(power));
    to.putShort((short) ((tables - power) * 16));
    int data = 12 + 16 * tables;
    for (int i = 0; i < tables; i++) {
      int entry = HEADER + ENTRY * i;
      int packed = from.getInt(entry + 8);
      int length = from.getInt(entry + 12);
      to.position(12 + 16 * i);
      to.putInt(from.getInt(entry));
      to.putInt(from.getInt(entry + 16));
      to.putInt(data);
      to.putInt(length);
      inflate(woff, from.getInt(entry + 4), packed, to.array(), data, length);
      data += (length + 3) & ~3;
    }
    return to.array();
  }

  /** A table that would not have become smaller is stored as it is. */
  private static void inflate(byte[] from, int offset, int packed, byte[] to, int at, int length) {
    if (packed == length) {
      System.arraycopy(from, offset, to, at, length);
      return;
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(from, offset, packed);
      if (inflater.inflate(to, at, length) != length) {
        throw new IllegalArgumentException("A table of the font is too short");
      }
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("A table of the font is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
