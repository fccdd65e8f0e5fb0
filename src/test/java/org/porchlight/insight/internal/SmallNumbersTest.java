package org.porchlight.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.porchlight.insight.internal.SmallNumbers.Part;
import org.porchlight.insight.internal.SmallNumbers.Shown;

class SmallNumbersTest {

  private static final int TABLES = 4_000;

  @Test
  void shouldShowNothingOfFewFamilies() {
    assertThat(SmallNumbers.of(parts(3, 40, 2, 40), 80)).isEmpty();
    assertThat(SmallNumbers.of(parts(9, 10, 5, 9), 19)).isEmpty();
  }

  @Test
  void shouldShowAllWhereNoneIsSmall() {
    Shown<Integer> shown = SmallNumbers.of(parts(9, 40, 12, 60), 100).orElseThrow();

    assertThat(shown.total()).isEqualTo(21);
    assertThat(shown.others()).isEmpty();
    assertThat(shown.shown()).extracting(Part::count).containsExactly(9, 12);
  }

  @Test
  void shouldHideOthersSoThatADifferenceSaysNothing() {
    Shown<Integer> shown =
        SmallNumbers.of(parts(3, 40, 9, 50, 8, 50, 30, 90, 14, 70), 300).orElseThrow();

    assertThat(shown.others()).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(shown.shown()).extracting(Part::count).containsExactly(30, 14);
  }

  @Test
  void shouldHideEveryPartWhereTooFewCouldHide() {
    Shown<Integer> shown = SmallNumbers.of(parts(3, 40, 40, 90), 130).orElseThrow();

    assertThat(shown.total()).isEqualTo(43);
    assertThat(shown.shown()).isEmpty();
  }

  /**
   * For tables made up at random, somebody who knows the rules, the sizes and all that is shown
   * tries every table that would have been shown like this: each hidden part keeps two possible
   * values or more, and so does no small number follow.
   */
  @Test
  void shouldLeaveNoHiddenNumberToBeWorkedOut() {
    Random random = new Random(20_270_104);
    int hidden = 0;
    for (int table = 0; table < TABLES; table++) {
      List<Part<Integer>> parts = new ArrayList<>();
      int count = 1 + random.nextInt(5);
      for (int key = 0; key < count; key++) {
        int among = 1 + random.nextInt(random.nextBoolean() ? 24 : 60);
        parts.add(new Part<>(key, random.nextInt(Math.min(among, 14) + 1), among));
      }
      int among = parts.stream().mapToInt(Part::among).sum();
      Optional<Shown<Integer>> shown = SmallNumbers.of(parts, among);
      if (shown.isPresent() && !shown.get().others().isEmpty()) {
        hidden++;
        shouldLeaveDoubt(parts, among, shown.get());
      }
      shown.ifPresent(
          each ->
              assertThat(each.shown()).noneMatch(part -> part.count() < 6 || part.among() < 20));
    }
    assertThat(hidden).isGreaterThan(TABLES / 4);
  }

  private static void shouldLeaveDoubt(List<Part<Integer>> parts, int among, Shown<Integer> shown) {
    List<Integer> open = List.copyOf(shown.others());
    int sum = shown.total() - shown.shown().stream().mapToInt(Part::count).sum();
    List<Set<Integer>> possible = new ArrayList<>();
    open.forEach(key -> possible.add(new TreeSet<>()));
    int[] guess = new int[open.size()];
    guess(parts, among, shown, open, sum, 0, guess, possible);
    for (int i = 0; i < open.size(); i++) {
      assertThat(possible.get(i)).as("part %s of %s", open.get(i), parts).hasSizeGreaterThan(1);
    }
  }

  private static void guess(
      List<Part<Integer>> parts,
      int among,
      Shown<Integer> shown,
      List<Integer> open,
      int left,
      int at,
      int[] guess,
      List<Set<Integer>> possible) {
    // Enough: every part has shown its doubt.
    if (possible.stream().allMatch(values -> values.size() > 1)) {
      return;
    }
    if (at == open.size() - 1) {
      guess[at] = left;
      if (left <= parts.get(open.get(at)).among() && fits(parts, among, shown, open, guess)) {
        for (int i = 0; i < guess.length; i++) {
          possible.get(i).add(guess[i]);
        }
      }
      return;
    }
    int most = Math.min(left, parts.get(open.get(at)).among());
    for (int value = 0; value <= most; value++) {
      guess[at] = value;
      guess(parts, among, shown, open, left - value, at + 1, guess, possible);
    }
  }

  private static boolean fits(
      List<Part<Integer>> parts, int among, Shown<Integer> shown, List<Integer> open, int[] guess) {
    List<Part<Integer>> other = new ArrayList<>(parts);
    for (int i = 0; i < guess.length; i++) {
      int key = open.get(i);
      other.set(key, new Part<>(key, guess[i], parts.get(key).among()));
    }
    return SmallNumbers.of(other, among).filter(shown::equals).isPresent();
  }

  /** Counts and sizes in turn. */
  private static List<Part<Integer>> parts(int... numbers) {
    return IntStream.range(0, numbers.length / 2)
        .mapToObj(i -> new Part<>(i, numbers[2 * i], numbers[2 * i + 1]))
        .toList();
  }
}
