package org.porchlight.embedded.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.random.RandomGenerator;
import org.springframework.core.io.ClassPathResource;

/** Invented names, by home language (BCP 47). */
final class DemoNames {

  private final Properties names = new Properties();

  DemoNames() {
    try (var in =
        new InputStreamReader(
            new ClassPathResource("demo/names.properties").getInputStream(),
            StandardCharsets.UTF_8)) {
      names.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's names are missing from the class path", e);
    }
  }

  String first(String language, RandomGenerator random) {
    return pick(language + ".first", random);
  }

  String last(String language, RandomGenerator random) {
    return pick(language + ".last", random);
  }

  private String pick(String key, RandomGenerator random) {
    List<String> choice = List.of(names.getProperty(key).split(","));
    return choice.get(random.nextInt(choice.size()));
  }
}
