package org.porchlight.messaging.inbound;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.porchlight.messaging.Answer;
import org.porchlight.messaging.Question;
import org.porchlight.messaging.inbound.AskedQuestions.Open;

/** Finds the one open question that an answer is for; where several may be meant, none. */
final class WhichQuestion {

  /** A wish is none of these: it is about more than the time. */
  private static final Set<Answer> TIMES =
      EnumSet.of(
          Answer.FIRST,
          Answer.SECOND,
          Answer.THIRD,
          Answer.YES,
          Answer.NO,
          Answer.LATER,
          Answer.CALL_ME);

  private static final Set<Answer> HELPED =
      EnumSet.of(Answer.FIRST, Answer.SECOND, Answer.THIRD, Answer.YES, Answer.NO, Answer.CALL_ME);

  private WhichQuestion() {}

  static Optional<Question> of(List<Open> open, NumberedAnswer said) {
    List<Open> meant =
        open.stream()
            .filter(one -> said.number() == null || said.number() == one.number())
            .filter(one -> accepts(one.question(), said.answer()))
            .toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst().question()) : Optional.empty();
  }

  /** Whether its sender should be asked which one: a number that is none, or no number at all. */
  static boolean unclear(List<Open> open, NumberedAnswer said) {
    long possible = open.stream().filter(one -> accepts(one.question(), said.answer())).count();
    return said.number() == null ? possible > 1 : possible > 0;
  }

  private static boolean accepts(Question question, Answer answer) {
    return switch (question.kind()) {
      case INVITATION -> !answer.atAnyTime();
      case TIME_OFFER -> TIMES.contains(answer);
      case DID_IT_HELP -> HELPED.contains(answer);
      case VISIT_PLANNED -> answer == Answer.FIRST || answer == Answer.SECOND;
      case CHECK_OUT -> answer == Answer.FIRST;
      case VISIT_ASSIGNMENT -> answer == Answer.YES || answer == Answer.NO;
    };
  }

  /** As the reply lists them: "1: Jo; 2: Ana". */
  static String list(List<Open> open) {
    return open.stream()
        .map(
            one -> {
              String about = one.question().about();
              return one.number() + ": " + (about == null ? "?" : about);
            })
        .collect(java.util.stream.Collectors.joining("; "));
  }
}
