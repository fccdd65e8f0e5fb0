package org.porchlight.messaging.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A font as it is embedded, and as Java lays it out.
 *
 * @param program the TrueType font
 * @param layout one point high
 */
record PaperFont(String name, byte[] program, Font layout) {

  static PaperFont load(String name) {
    String path = "/fonts/" + name + "-400-normal.woff";
    try (InputStream file = PaperFont.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException(path + " is missing: build the web assets");
      }
      byte[] program = Woff.unpack(file.readAllBytes());
      Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(program));
      return new PaperFont(name, program, font);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(path + " is no font", e);
    }
  }
}
