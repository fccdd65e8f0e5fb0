package org.porchlight.embedded.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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

  /** One that nobody of the family has yet. */
  String first(String language, RandomGenerator random, Set<String> family) {
    List<String> choice = choice(language + ".first");
    int from = random.nextInt(choice.size());
    return IntStream.range(from, from + choice.size())
        .mapToObj(i -> choice.get(i % choice.size()))
        .filter(family::add)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Too few first names for " + language));
  }

  String last(String language, RandomGenerator random) {
    List<String> choice = choice(language + ".last");
    return choice.get(random.nextInt(choice.size()));
  }

  private List<String> choice(String key) {
    return List.of(names.getProperty(key).split(","));
  }
}
