package org.porchlight.pages;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of the pages, as the files hold them. */
final class Messages {

  private Messages() {}

  static Map<String, String> all() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "messages"))) {
      for (Path file : List.copyOf(files.toList())) {
        Properties one = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
          one.load(reader);
        }
        one.forEach((key, text) -> texts.put(key.toString(), text.toString()));
      }
    }
    return texts;
  }
}
