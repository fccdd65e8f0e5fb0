package org.porchlight.messaging.inbound;

import java.util.List;
import java.util.Optional;
import org.porchlight.messaging.Recipient;
import org.porchlight.messaging.inbound.AskedQuestions.Open;
import org.porchlight.messaging.request.Correspondents.Correspondent;

/**
 * Finds the one who wrote, where a phone is more than one family's; where it is not clear, none.
 */
final class WhichWriter {

  private WhichWriter() {}

  /** The only one it can be; among families, the only one of whom something is being asked. */
  static Optional<Correspondent> of(List<Correspondent> writers, List<Open> open) {
    if (writers.size() <= 1) {
      return writers.stream().findFirst();
    }
    boolean families =
        writers.stream().allMatch(each -> each.recipient() instanceof Recipient.OfFamily);
    List<Correspondent> asked =
        writers.stream()
            .filter(
                writer ->
                    open.stream()
                        .anyMatch(one -> same(one.question().recipient(), writer.recipient())))
            .toList();
    return families && asked.size() == 1 ? Optional.of(asked.getFirst()) : Optional.empty();
  }

  /** Whether both are of one family, whichever guardian, or are one visitor. */
  static boolean same(Recipient one, Recipient other) {
    return one instanceof Recipient.OfFamily mine && other instanceof Recipient.OfFamily theirs
        ? mine.family().equals(theirs.family())
        : one.equals(other);
  }
}
