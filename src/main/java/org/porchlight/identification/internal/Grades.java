package org.porchlight.identification.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Grades as rosters write them: 06, 6, "Sixth grade"; K, KG, Kindergarten. */
final class Grades {

  private static final List<String> ORDINALS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth");

  private static final Set<String> KINDERGARTEN = Set.of("k", "kg", "kindergarten", "0");

  private Grades() {}

  /** One spelling for each grade. */
  static String plain(String grade) {
    String lower = grade.strip().toLowerCase(Locale.ROOT).replaceFirst(" grade$", "");
    if (lower.length() > 1 && lower.startsWith("0")) {
      lower = lower.substring(1);
    }
    if (KINDERGARTEN.contains(lower)) {
      return "k";
    }
    int ordinal = ORDINALS.indexOf(lower);
    return ordinal < 0 ? lower : String.valueOf(ordinal + 1);
  }

  static Set<String> plain(Set<String> grades) {
    return grades.stream().map(Grades::plain).collect(Collectors.toSet());
  }

  /** Whether {@code plain} (see {@link #plain(Set)}) holds this grade. */
  static boolean in(Set<String> plain, @Nullable String grade) {
    return grade != null && plain.contains(plain(grade));
  }

  /** The grade after this one; null where that cannot be told. */
  static @Nullable String following(@Nullable String grade) {
    if (grade == null) {
      return null;
    }
    String plain = plain(grade);
    if (plain.matches("pk|pre-?k.*|prekindergarten|preschool")) {
      return "k";
    }
    if (plain.equals("k")) {
      return "1";
    }
    return plain.matches("[1-9]|1[01]") ? String.valueOf(Integer.parseInt(plain) + 1) : null;
  }
}
