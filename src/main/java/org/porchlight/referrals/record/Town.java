package org.porchlight.referrals.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The town and the postal code at the end of an address as people in the United States write it.
 */
record Town(String name, @Nullable String zip) {

  private static final Pattern END =
      Pattern.compile(
          "(?:^|.*,)\\s*([^,\\d]+?),?\\s+[A-Z]{2}\\.?(?:\\s+(\\d{5})(?:-\\d{4})?)?\\s*$");

  static Optional<Town> in(@Nullable String address) {
    Matcher end = END.matcher(address == null ? "" : address);
    return end.matches()
        ? Optional.of(new Town(end.group(1).strip(), end.group(2)))
        : Optional.empty();
  }
}
