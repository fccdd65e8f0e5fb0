package org.porchlight.roster.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.porchlight.roster.UnreadableFile;

/**
 * Unpacks by what a file holds, not by its name: gzip, zip (each file of it), or plain. Streaming.
 */
final class Unpacking {

  private Unpacking() {}

  /** Reads one unpacked file. */
  interface Reader {
    /**
     * @param entry its name in a zip, empty otherwise
     */
    void read(String entry, InputStream in) throws IOException;
  }

  static void each(InputStream packed, long maxBytes, Reader reader) throws IOException {
    BufferedInputStream in = new BufferedInputStream(packed, 64 * 1024);
    in.mark(4);
    int first = in.read();
    int second = in.read();
    in.reset();
    try {
      if (first == 0x1f && second == 0x8b) {
        reader.read("", new Limited(new GZIPInputStream(in, 64 * 1024), maxBytes));
      } else if (first == 'P' && second == 'K') {
        eachOfZip(in, maxBytes, reader);
      } else {
        reader.read("", new Limited(in, maxBytes));
      }
    } catch (EOFException | ZipException damaged) {
      throw UnreadableFile.because(
          "The file ends too early or is damaged: export and upload it again", damaged);
    }
  }

  private static void eachOfZip(InputStream in, long maxBytes, Reader reader) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    int files = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
        files++;
        reader.read(entry.getName(), new Limited(zip, maxBytes));
      }
    }
    if (files == 0) {
      throw UnreadableFile.because(
          "The zip file holds no file, or is damaged: pack and upload it again");
    }
  }

  /** Ends a decompression bomb; does not close what it reads, since a zip goes on. */
  private static final class Limited extends FilterInputStream {

    private long left;

    Limited(InputStream in, long maxBytes) {
      super(in);
      left = maxBytes;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      count(n);
      return n;
    }

    private void count(int n) {
      left -= Math.max(n, 0);
      if (left < 0) {
        throw UnreadableFile.because(
            "The file is larger, unpacked, than porchlight.roster.max-unpacked-bytes allows: split it");
      }
    }

    @Override
    public void close() {
      // The packed stream is closed by whoever opened it.
    }
  }
}
