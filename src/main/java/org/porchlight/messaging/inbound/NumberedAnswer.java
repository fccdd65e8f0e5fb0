package org.porchlight.messaging.inbound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.Answer;

/**
 * An answer with the number of the question that it is for, as in "1 YES", "sí 2" or "١ نعم".
 *
 * @param number null where the text names none
 */
record NumberedAnswer(@Nullable Integer number, Answer answer) {

  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,3}");

  /** Empty where the whole text is not one answer, with at most one number. */
  static Optional<NumberedAnswer> of(String text, Words words, Set<String> languages) {
    Optional<Answer> bare = words.answer(text, languages);
    if (bare.isPresent()) {
      return Optional.of(new NumberedAnswer(null, bare.get()));
    }
    List<String> rest = new ArrayList<>(Arrays.asList(Folding.fold(text).split(" ")));
    List<String> numbers = rest.stream().filter(word -> NUMBER.matcher(word).matches()).toList();
    if (numbers.size() != 1) {
      return Optional.empty();
    }
    rest.remove(numbers.getFirst());
    return words
        .answer(String.join(" ", rest), languages)
        .map(answer -> new NumberedAnswer(value(numbers.getFirst()), answer));
  }

  /** In the digits of any script. */
  private static int value(String digits) {
    return digits.codePoints().reduce(0, (sum, digit) -> 10 * sum + Character.digit(digit, 10));
  }
}
