package org.porchlight.insight.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which numbers of a total and its parts may be shown: none of fewer than 6 families, or among
 * fewer than 20 (the rule of Connecticut's education department, as CTData publishes it), and none
 * from which such a number can be worked out.
 *
 * <p>A total that may not be shown takes its parts with it. Small parts stand together as "others";
 * where they are fewer than three, the smallest of the shown parts join them. The sum of the others
 * follows from what is shown, so it must be no small number itself and must leave each of them at
 * least two possible values, also for somebody who knows these rules and the sizes: otherwise no
 * part is shown; nor the total, where it alone says too much of a part.
 */
final class SmallNumbers {

  static final int LEAST = 6;
  static final int LEAST_AMONG = 20;
  private static final int TOGETHER = 3;

  private SmallNumbers() {}

  /**
   * @param among how many families it could be; at least {@code count}
   */
  record Part<K extends Comparable<K>>(K key, int count, int among) {

    boolean small() {
      return count < LEAST || among < LEAST_AMONG;
    }
  }

  /**
   * @param shown the parts that may be shown
   * @param others keys of those that may not
   */
  record Shown<K extends Comparable<K>>(int total, List<Part<K>> shown, Set<K> others) {}

  /** Empty where not even the total may be shown. */
  static <K extends Comparable<K>> Optional<Shown<K>> of(List<Part<K>> parts, int among) {
    int total = parts.stream().mapToInt(Part::count).sum();
    if (total < LEAST || among < LEAST_AMONG) {
      return Optional.empty();
    }
    List<Part<K>> kept = new ArrayList<>(parts.stream().filter(part -> !part.small()).toList());
    kept.sort(Comparator.comparing((Part<K> part) -> part.count()).thenComparing(Part::key));
    List<Part<K>> small = parts.stream().filter(Part::small).toList();
    if (small.isEmpty()) {
      return Optional.of(new Shown<>(total, parts, Set.of()));
    }
    int joining = Math.min(kept.size(), Math.max(0, TOGETHER - small.size()));
    List<Part<K>> joined = List.copyOf(kept.subList(0, joining));
    List<Part<K>> shown = kept.subList(joining, kept.size());
    if (shown.isEmpty() || !safe(small, joined, shown.getFirst().count())) {
      List<Range> any = parts.stream().map(part -> new Range(0, part.among())).toList();
      return doubtful(any, total)
          ? Optional.of(new Shown<>(total, List.of(), keys(parts)))
          : Optional.empty();
    }
    Set<K> others = new HashSet<>(keys(small));
    others.addAll(keys(joined));
    return Optional.of(
        new Shown<>(
            total, parts.stream().filter(part -> !others.contains(part.key())).toList(), others));
  }

  /**
   * @param next the smallest of the numbers shown
   */
  private static <K extends Comparable<K>> boolean safe(
      List<Part<K>> small, List<Part<K>> joined, int next) {
    List<Range> ranges = new ArrayList<>();
    small.forEach(
        part ->
            ranges.add(
                new Range(
                    0,
                    part.among() < LEAST_AMONG
                        ? part.among()
                        : Math.min(LEAST - 1, part.among()))));
    joined.forEach(part -> ranges.add(new Range(LEAST, Math.min(next - 1, part.among()))));
    int sum = sum(small) + sum(joined);
    int among = among(small) + among(joined);
    return sum >= LEAST && among >= LEAST_AMONG && doubtful(ranges, sum);
  }

  /** Whether each of the numbers with this sum could be two or more. */
  private static boolean doubtful(List<Range> ranges, int sum) {
    int least = ranges.stream().mapToInt(Range::least).sum();
    int most = ranges.stream().mapToInt(Range::most).sum();
    return ranges.stream()
        .allMatch(
            range ->
                Math.min(range.most(), sum - (least - range.least()))
                    > Math.max(range.least(), sum - (most - range.most())));
  }

  /** What somebody may take for possible who knows the rules. */
  private record Range(int least, int most) {}

  private static <K extends Comparable<K>> int sum(List<Part<K>> parts) {
    return parts.stream().mapToInt(Part::count).sum();
  }

  private static <K extends Comparable<K>> int among(List<Part<K>> parts) {
    return parts.stream().mapToInt(Part::among).sum();
  }

  private static <K extends Comparable<K>> Set<K> keys(List<Part<K>> parts) {
    Set<K> keys = new HashSet<>();
    parts.forEach(part -> keys.add(part.key()));
    return keys;
  }
}
