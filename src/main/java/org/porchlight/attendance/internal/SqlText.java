package org.porchlight.attendance.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** Long statements live in files of their own. */
final class SqlText {

  private SqlText() {}

  static String of(String name) {
    try {
      return new ClassPathResource("org/porchlight/attendance/" + name)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The statement " + name + " is missing from the build", e);
    }
  }
}
