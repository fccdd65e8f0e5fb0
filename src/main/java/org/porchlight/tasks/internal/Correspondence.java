package org.porchlight.tasks.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.CaseContacts.TextContact;
import org.porchlight.messaging.StaffTexts.Writer;
import org.porchlight.shared.GuardianId;

/**
 * Who of a family can be written to, each guardian once: at the number they wrote from last, else
 * at their first one.
 *
 * @param people in the order in which the case asks them
 * @param last whoever wrote last and can be texted there
 */
record Correspondence(List<TextContact> people, Optional<TextContact> last) {

  static final Correspondence NOBODY = new Correspondence(List.of(), Optional.empty());

  /**
   * @param textable every number for texts, whoever is asked first first
   * @param writers whoever wrote last first
   */
  static Correspondence of(List<TextContact> textable, List<Writer> writers) {
    List<TextContact> wrote =
        writers.stream().flatMap(writer -> as(writer, textable).stream()).toList();
    List<TextContact> people = new ArrayList<>();
    for (TextContact each : textable) {
      if (people.stream().noneMatch(known -> known.guardian().equals(each.guardian()))) {
        people.add(
            Stream.concat(wrote.stream(), Stream.of(each))
                .filter(one -> one.guardian().equals(each.guardian()))
                .findFirst()
                .orElseThrow());
      }
    }
    return new Correspondence(List.copyOf(people), wrote.stream().findFirst());
  }

  /** Where two share the phone, the one as whom it was understood. */
  private static Optional<TextContact> as(Writer writer, List<TextContact> textable) {
    return textable.stream()
        .filter(each -> each.phone().equals(writer.phone()))
        .min(Comparator.comparing(each -> !each.guardian().equals(writer.guardian())));
  }

  Optional<TextContact> to(@Nullable GuardianId chosen) {
    return people.stream()
        .filter(each -> each.guardian().equals(chosen))
        .findFirst()
        .or(() -> last)
        .or(() -> people.stream().findFirst());
  }
}
