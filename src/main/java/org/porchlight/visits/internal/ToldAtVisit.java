package org.porchlight.visits.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.cases.BarrierCode;

/**
 * One thing of a log that makes school hard, with the help given for it on the spot.
 *
 * @param settled whether that help was enough
 * @param given codes of the field {@code helpGiven}
 * @param words only of {@link BarrierCode#X_OTHER}
 */
record ToldAtVisit(BarrierCode code, boolean settled, List<String> given, @Nullable String words) {

  /**
   * What the visitors ticked and, where nobody said that it was not enough, what they only gave
   * help for. What they ticked stays open unless they say that the help was enough.
   */
  static List<ToldAtVisit> of(Map<String, Object> log) {
    List<BarrierCode> ticked =
        VisitFacts.BARRIERS.stream()
            .flatMap(key -> FormValues.codes(log, key).stream())
            .flatMap(code -> BarrierCode.of(code).stream())
            .filter(code -> code.kind() != BarrierCode.Kind.NONE)
            .distinct()
            .toList();
    Map<BarrierCode, List<String>> given = new LinkedHashMap<>();
    for (String help : FormValues.codes(log, "helpGiven")) {
      meets(help, ticked)
          .ifPresent(code -> given.computeIfAbsent(code, one -> new ArrayList<>()).add(help));
    }
    String enough = FormValues.text(log, "helpSettles");
    List<ToldAtVisit> told = new ArrayList<>();
    for (BarrierCode code : ticked) {
      List<String> help = given.getOrDefault(code, List.of());
      String words = code == BarrierCode.X_OTHER ? FormValues.text(log, "otherBarrier") : null;
      told.add(new ToldAtVisit(code, !help.isEmpty() && "YES".equals(enough), help, words));
    }
    given.forEach(
        (code, help) -> {
          if (!ticked.contains(code)) {
            told.add(new ToldAtVisit(code, !"NO".equals(enough), help, null));
          }
        });
    return told;
  }

  /** Two that are the same need nothing when a log is amended. */
  boolean same(ToldAtVisit other) {
    return code == other.code && settled == other.settled;
  }

  private static Optional<BarrierCode> meets(String help, List<BarrierCode> ticked) {
    return switch (help) {
      case "COAT", "HYGIENE" -> Optional.of(BarrierCode.B_CLOTHING_LAUNDRY);
      case "FOOD" -> Optional.of(BarrierCode.B_FOOD);
      case "BUS_PASS" ->
          Optional.of(
              ticked.contains(BarrierCode.B_BUS_MISSED) && !ticked.contains(BarrierCode.B_TRANSPORT)
                  ? BarrierCode.B_BUS_MISSED
                  : BarrierCode.B_TRANSPORT);
      default -> Optional.empty();
    };
  }
}
