package org.porchlight.referrals.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.porchlight.referrals.Need;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** What texts say they help with, by the words of {@code need-words.properties}. */
@Component
class NeedWords {

  private final Map<Need, Pattern> words = new EnumMap<>(Need.class);

  NeedWords() {
    Properties lists = lists();
    for (Need need : Need.values()) {
      String list = lists.getProperty(need.name());
      if (list == null) {
        throw new IllegalStateException("need-words.properties has no words for " + need);
      }
      String any =
          Arrays.stream(list.split(","))
              .map(word -> Pattern.quote(word.strip()))
              .collect(Collectors.joining("|"));
      words.put(need, Pattern.compile("(?<![\\p{L}-])(" + any + ")(?![\\p{L}-])"));
    }
  }

  private static Properties lists() {
    try {
      return PropertiesLoaderUtils.loadProperties(
          new EncodedResource(
              new ClassPathResource("org/porchlight/referrals/need-words.properties"),
              StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("need-words.properties is missing from the build", e);
    }
  }

  Set<Need> in(Collection<String> texts) {
    Set<Need> found = EnumSet.noneOf(Need.class);
    for (String text : texts) {
      String lower = text.toLowerCase(Locale.ROOT);
      words.forEach(
          (need, pattern) -> {
            if (pattern.matcher(lower).find()) {
              found.add(need);
            }
          });
    }
    return found;
  }
}
